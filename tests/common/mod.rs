//! A pseudo-terminal for tests: a program runs in it, keys go in, and what it shows is read by an
//! independent emulator. Every wait is for something that must appear; the time limit only says how
//! long a failure takes.

#![allow(dead_code, reason = "each test file uses its own part")]

pub mod sshd;
pub mod trials;

use std::ffi::CString;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{
    OptionalActions, Termios, Winsize, tcgetattr, tcgetpgrp, tcsetattr, tcsetwinsize,
};

/// How long a test waits before it fails.
pub const LIMIT: Duration = Duration::from_secs(20);

/// A program in a pseudo-terminal.
pub struct Pty {
    /// `None` after a hang-up.
    ends: Option<Ends>,
    pub child: Child,
    screen: vt100::Parser,
    /// Everything that was written.
    pub bytes: Vec<u8>,
    before: Termios,
    /// Nothing of the person who runs the tests is read or written.
    _home: tempfile::TempDir,
}

struct Ends {
    master: OwnedFd,
    slave: OwnedFd,
}

/// How the program is related to its terminal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Bond {
    /// The usual: a hang-up is told by a signal.
    Controlling,
    /// The signal is ignored when the program starts, as under `nohup`.
    HupIgnored,
    /// The terminal controls no session: no signal will ever come.
    None,
}

impl Pty {
    /// Runs `program` on a terminal of 80 columns and 24 rows.
    pub fn start(program: &str, arguments: &[&str]) -> Pty {
        Pty::start_as(Bond::Controlling, (80, 24), program, arguments, &[])
    }

    /// Runs `program` with these environment variables; one without a value is taken away.
    pub fn start_as(
        bond: Bond,
        (columns, rows): (u16, u16),
        program: &str,
        arguments: &[&str],
        environment: &[(&str, Option<&str>)],
    ) -> Pty {
        let ends = open(columns, rows);
        let before = tcgetattr(&ends.slave).expect("a terminal has settings");
        let mut command = Command::new("setsid");
        match bond {
            Bond::Controlling => command.args(["--ctty", program]),
            Bond::HupIgnored => command.args([
                "--ctty",
                "sh",
                "-c",
                "trap '' HUP; exec \"$@\"",
                "sh",
                program,
            ]),
            Bond::None => command.arg(program),
        };
        command.args(arguments);
        for name in [
            "LC_ALL",
            "LC_CTYPE",
            "LC_MESSAGES",
            "NO_COLOR",
            "COLORTERM",
            "TMUX",
            "STY",
        ] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color").env("LANG", "C.UTF-8");
        let home = tempfile::tempdir().expect("a folder can be made");
        for name in ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
            command.env(name, home.path());
        }
        for (name, value) in environment {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let side = || Stdio::from(ends.slave.try_clone().expect("a descriptor can be copied"));
        let child = command
            .stdin(side())
            .stdout(side())
            .stderr(side())
            .spawn()
            .expect("setsid runs");
        let screen = emulator(columns, rows);
        Pty {
            ends: Some(ends),
            child,
            screen,
            bytes: Vec::new(),
            before,
            _home: home,
        }
    }

    /// Types.
    #[track_caller]
    pub fn send(&mut self, keys: impl AsRef<[u8]>) {
        let mut rest = keys.as_ref();
        let end = Instant::now() + LIMIT;
        while !rest.is_empty() {
            assert!(Instant::now() < end, "the program does not read its keys");
            let ends = self.ends.as_ref().expect("the terminal is there");
            match rustix::io::write(&ends.master, rest) {
                Ok(n) => rest = &rest[n..],
                Err(Errno::AGAIN | Errno::INTR) => self.read(Duration::from_millis(5)),
                Err(error) => panic!("cannot type: {error}"),
            }
        }
    }

    /// Claims a size, and keeps the emulator's.
    pub fn claim(&self, columns: u16, rows: u16) {
        let ends = self.ends.as_ref().expect("the terminal is there");
        let size = Winsize {
            ws_col: columns,
            ws_row: rows,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        tcsetwinsize(&ends.master, size).expect("a terminal can be resized");
    }

    /// The most memory that the program had, in kB.
    pub fn peak_memory(&self) -> u64 {
        peak_memory(self.pid())
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.claim(columns, rows);
        self.screen
            .screen_mut()
            .set_size(rows.max(1), columns.max(1));
    }

    /// Closes the terminal, as a broken connection does.
    pub fn hang_up(&mut self) {
        self.ends = None;
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).expect("the program runs");
    }

    pub fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// Reads what the program writes, for at most `time`, and returns as soon as something came.
    pub fn read(&mut self, time: Duration) {
        let Some(ends) = &self.ends else {
            std::thread::sleep(time.min(Duration::from_millis(5)));
            return;
        };
        let time = Timespec {
            tv_sec: 0,
            tv_nsec: time.as_nanos().min(999_999_999) as _,
        };
        let _ = poll(&mut [PollFd::new(&ends.master, PollFlags::IN)], Some(&time));
        let mut buffer = [0; 16384];
        while let Ok(n @ 1..) = rustix::io::read(&ends.master, &mut buffer) {
            self.bytes.extend_from_slice(&buffer[..n]);
            self.screen.process(&buffer[..n]);
        }
    }

    /// What the terminal shows.
    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// The text that the terminal shows.
    pub fn text(&self) -> String {
        self.screen().contents()
    }

    /// Waits until `what` is shown.
    #[track_caller]
    pub fn shows(&mut self, what: &str) {
        self.until(&format!("shows {what:?}"), |pty| pty.text().contains(what));
    }

    /// Waits until `what` is not shown any more.
    #[track_caller]
    pub fn hides(&mut self, what: &str) {
        self.until(&format!("hides {what:?}"), |pty| !pty.text().contains(what));
    }

    /// Waits until `happened`.
    #[track_caller]
    pub fn until(&mut self, what: &str, happened: impl Fn(&Pty) -> bool) {
        let end = Instant::now() + LIMIT;
        while !happened(self) {
            assert!(
                Instant::now() < end,
                "never {what}; the screen is\n{}",
                self.text()
            );
            self.read(Duration::from_millis(10));
        }
    }

    /// Waits for the end, at most for `limit`, and reads the rest of what was written.
    #[track_caller]
    pub fn ends_within(&mut self, limit: Duration) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the child is ours") {
                self.read(Duration::from_millis(1));
                return status;
            }
            assert!(
                start.elapsed() < limit,
                "still there after {limit:?}:\n{}",
                self.text()
            );
            self.read(Duration::from_millis(5));
        }
    }

    /// Waits for the end: the exit status.
    #[track_caller]
    pub fn ends(&mut self) -> i32 {
        let status = self.ends_within(LIMIT);
        status
            .code()
            .unwrap_or_else(|| -status.signal().expect("it was killed"))
    }

    /// Settings and modes are as they were before the program came.
    #[track_caller]
    pub fn is_given_back(&self) {
        let ends = self.ends.as_ref().expect("the terminal is there");
        let now = tcgetattr(&ends.slave).expect("a terminal has settings");
        assert_eq!(format!("{now:?}"), format!("{:?}", self.before), "settings");
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is on");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is on");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        let last = |what: &[u8]| memchr::memmem::rfind(&self.bytes, what);
        assert!(
            last(b"\x1b[?2026h") <= last(b"\x1b[?2026l"),
            "a frame is open"
        );
        let count = |what: &[u8]| memchr::memmem::find_iter(&self.bytes, what).count();
        assert_eq!(count(b"\x1b[22;0t"), count(b"\x1b[23;0t"), "the title");
    }

    /// The modes are off; whatever was broken off before.
    #[track_caller]
    pub fn is_left(&self) {
        let screen = self.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert!(self.bytes.ends_with(b"\x1b[23;0t"), "the title");
        assert!(!self.is_raw());
    }

    /// Waits until nothing more comes.
    pub fn settle(&mut self) {
        let mut before = None;
        while before != Some(self.bytes.len()) {
            before = Some(self.bytes.len());
            self.read(Duration::from_millis(60));
        }
    }

    /// Every cell: its text, and how it looks.
    pub fn cells(&self) -> Vec<(String, String)> {
        let (rows, columns) = self.screen().size();
        let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        places
            .filter_map(|(row, column)| self.screen().cell(row, column))
            .filter(|cell| !cell.is_wide_continuation())
            .map(|cell| {
                let look = (cell.fgcolor(), cell.bgcolor(), cell.bold(), cell.inverse());
                (
                    cell.contents().to_owned(),
                    format!("{look:?} {}", cell.underline()),
                )
            })
            .collect()
    }

    /// Waits for the end without reading what is written.
    #[track_caller]
    pub fn ends_unread(&mut self, limit: Duration) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the child is ours") {
                return status;
            }
            assert!(start.elapsed() < limit, "still there after {limit:?}");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Types without reading; what does not fit is lost.
    pub fn type_blindly(&self, keys: &str) {
        let ends = self.ends.as_ref().expect("the terminal is there");
        let _ = rustix::io::write(&ends.master, keys.as_bytes());
    }

    /// How many typed bytes the program has not read.
    pub fn unread(&self) -> u64 {
        let ends = self.ends.as_ref().expect("the terminal is there");
        rustix::io::ioctl_fionread(&ends.slave).expect("a terminal counts its bytes")
    }

    /// The process group that has the terminal.
    pub fn foreground(&self) -> Pid {
        let ends = self.ends.as_ref().expect("the terminal is there");
        tcgetpgrp(&ends.master).expect("the terminal has an owner")
    }

    /// Makes the terminal what it was, as a shell does.
    pub fn make_cooked(&self) {
        let ends = self.ends.as_ref().expect("the terminal is there");
        tcsetattr(&ends.slave, OptionalActions::Now, &self.before).expect("it takes its settings");
    }

    /// The state letter of a process.
    pub fn state(pid: Pid) -> char {
        let text = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        let after_name = text.rsplit_once(')').map_or("", |(_, rest)| rest);
        after_name.trim_start().chars().next().unwrap_or('-')
    }

    /// How often the threads of the program went to sleep.
    pub fn wakes(&self) -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.child.id()));
        let status = |task: std::fs::DirEntry| {
            std::fs::read_to_string(task.path().join("status")).unwrap_or_default()
        };
        tasks
            .expect("the program runs")
            .flatten()
            .map(status)
            .flat_map(|text| {
                let lines = text.lines().filter(|line| line.contains("ctxt_switches"));
                lines
                    .filter_map(|line| line.split_whitespace().nth(1)?.parse().ok())
                    .collect::<Vec<u64>>()
            })
            .sum()
    }

    /// The terminal gives every byte to the program.
    pub fn is_raw(&self) -> bool {
        let ends = self.ends.as_ref().expect("the terminal is there");
        let settings = tcgetattr(&ends.slave).expect("a terminal has settings");
        !settings
            .local_modes
            .contains(rustix::termios::LocalModes::ICANON)
    }

    /// The CPU time that the program has used, in ticks of ten milliseconds.
    pub fn ticks(&self) -> u64 {
        ticks(self.pid())
    }
}

/// The CPU time that a process has used, in ticks of ten milliseconds.
pub fn ticks(pid: Pid) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let after_name = text.rsplit_once(')').map_or("", |(_, rest)| rest);
    let numbers = after_name.split_whitespace().skip(11).take(2);
    numbers
        .map(|n| n.parse::<u64>().expect("a number of ticks"))
        .sum()
}

/// The most memory that a process had, in kB; 0 of one that has ended.
pub fn peak_memory(pid: Pid) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|rest| rest.split_whitespace().next());
    number.map_or(0, |number| number.parse().expect("it is a number"))
}

/// The program waits within a write to its terminal.
pub fn blocked(pty: &Pty) -> bool {
    let call =
        || std::fs::read_to_string(format!("/proc/{}/syscall", pty.child.id())).unwrap_or_default();
    let first = call();
    std::thread::sleep(Duration::from_millis(1));
    first.starts_with("1 ") && call() == first
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The emulator; it cannot be as small or as large as a terminal can say that it is.
fn emulator(columns: u16, rows: u16) -> vt100::Parser {
    let usual = |n: u16, usual, most| if n == 0 { usual } else { n.min(most) };
    let (rows, columns) = (usual(rows, 24, 500), usual(columns, 80, 1000));
    vt100::Parser::new(rows.max(2), columns.max(4), 0)
}

fn open(columns: u16, rows: u16) -> Ends {
    let open = || -> io::Result<Ends> {
        let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
        let master = openpt(flags)?;
        grantpt(&master)?;
        unlockpt(&master)?;
        let name: CString = ptsname(&master, Vec::new())?;
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let slave = rustix::fs::open(name, flags, Mode::empty())?;
        rustix::io::ioctl_fionbio(master.as_fd(), true)?;
        let size = Winsize {
            ws_col: columns,
            ws_row: rows,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        tcsetwinsize(&master, size)?;
        Ok(Ends { master, slave })
    };
    open().expect("a pseudo-terminal can be opened")
}
