//! The place of a process in the shell's job control.
//!
//! In a container a process may belong to a group or a session that began outside of it. The kernel
//! calls such a one 0, which `rustix` takes for impossible; so `nix` asks.

use std::os::fd::BorrowedFd;

use nix::unistd::{Pid, getpgid, getpgrp, getpid, getppid, getsid, tcgetpgrp};

/// Where a process stands. Whoever lies outside of our container is 0.
#[derive(Clone, Copy)]
struct Place {
    parent: Pid,
    group: Pid,
    session: Pid,
}

impl Place {
    fn of(process: Pid) -> Option<Self> {
        // Of process 0 the calls would tell what is ours.
        (process.as_raw() > 0).then_some(())?;
        Some(Self {
            parent: parent(process)?,
            group: getpgid(Some(process)).ok()?,
            session: getsid(Some(process)).ok()?,
        })
    }
}

fn parent(process: Pid) -> Option<Pid> {
    if process == getpid() {
        return Some(getppid());
    }
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name, in parentheses, may contain anything.
    let (_, after_name) = stat.rsplit_once(')')?;
    let parent = after_name.split_whitespace().nth(1)?;
    Some(Pid::from_raw(parent.parse().ok()?))
}

/// Another process group owns the terminal.
pub(super) fn is_behind(terminal: BorrowedFd<'_>) -> bool {
    tcgetpgrp(terminal).is_ok_and(|owner| owner != getpgrp())
}

/// Some process above this one is a shell with job control, which can continue us.
pub(super) fn has_shell() -> bool {
    Place::of(getpid()).is_some_and(|own| is_under_shell(own, Place::of))
}

/// A shell with job control belongs to our session, but not to our process group.
fn is_under_shell(own: Place, place: impl Fn(Pid) -> Option<Place>) -> bool {
    let above = std::iter::successors(place(own.parent), |above| place(above.parent));
    above
        .take_while(|above| above.session == own.session)
        .any(|above| above.group != own.group)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A process, its parent and so on, each with its group and session.
    fn under_shell(chain: &[(i32, i32)]) -> bool {
        let place = |process: Pid| {
            let &(group, session) = chain.get(usize::try_from(process.as_raw()).ok()?)?;
            Some(Place {
                parent: Pid::from_raw(process.as_raw() + 1),
                group: Pid::from_raw(group),
                session: Pid::from_raw(session),
            })
        };
        is_under_shell(place(Pid::from_raw(0)).expect("there is one"), place)
    }

    #[test]
    fn a_shell_is_in_our_session_and_in_another_group() {
        assert!(under_shell(&[(100, 99), (99, 99)]));
        // A script between.
        assert!(under_shell(&[(99, 98), (99, 98), (98, 98)]));
        // Started by a terminal, by sshd, by nobody.
        assert!(!under_shell(&[(100, 100), (99, 99)]));
        assert!(!under_shell(&[(100, 100)]));
    }

    #[test]
    fn what_began_outside_of_a_container_is_0() {
        // Our own session, a parent of one from outside.
        assert!(!under_shell(&[(100, 100), (0, 0)]));
        // Everything from outside: nobody in here has job control.
        assert!(!under_shell(&[(0, 0), (0, 0)]));
        // A shell in here, on a terminal from outside.
        assert!(under_shell(&[(100, 0), (99, 0)]));
    }

    #[test]
    fn the_kernel_knows_where_we_are() {
        let own = Place::of(getpid()).expect("we run");
        assert_eq!(
            u32::try_from(own.parent.as_raw()),
            Ok(std::os::unix::process::parent_id())
        );
        assert_eq!(
            (own.group, own.session),
            (getpgrp(), getsid(None).expect("it does"))
        );
        assert!(Place::of(Pid::from_raw(0)).is_none());
    }
}
