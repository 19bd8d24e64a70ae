//! What a path means: the entries of folders that lead to its file, through links. Whoever replaces
//! one of them replaces the file.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

/// A path through more links goes in a circle.
const LINKS: usize = 40;

/// File systems whose files others change without our system's knowing.
const REMOTE: [u32; 17] = [
    0x6969,      // NFS
    0x517b,      // SMB
    0xff53_4d42, // CIFS
    0xfe53_4d42, // SMB 2
    0x6573_5546, // FUSE: sshfs, virtiofs
    0x00c3_6400, // Ceph
    0x5346_414f, // AFS
    0x6b41_4653, // kAFS
    0x7375_7245, // Coda
    0x0102_1997, // 9P
    0x0bd0_0bd0, // Lustre
    0x4750_4653, // GPFS
    0x7461_636f, // OCFS2
    0x0116_1970, // GFS2
    0x564c,      // NCP
    0x786f_4256, // VirtualBox
    0xbacb_acbc, // VMware
];

/// Where notices of a path come from.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Steps {
    /// Entries of folders that decide what the path means.
    pub(super) entries: Vec<(PathBuf, OsString)>,
    /// Folders on the way, which may be moved themselves.
    pub(super) folders: Vec<PathBuf>,
    /// The file, if it is there.
    pub(super) file: Option<PathBuf>,
}

/// What an absolute path means now.
pub(super) fn steps(path: &Path) -> Steps {
    let mut steps = Steps::default();
    let mut todo = names(path);
    let mut at = PathBuf::from("/");
    let mut links = 0;
    while let Some(name) = todo.pop_front() {
        if name == ".." {
            at.pop();
            continue;
        }
        let next = at.join(&name);
        let Ok(meta) = next.symlink_metadata() else {
            steps.entries.push((at, name));
            return steps;
        };
        if meta.is_symlink() {
            links += 1;
            steps.entries.push((at.clone(), name));
            let Some(target) = next.read_link().ok().filter(|_| links <= LINKS) else {
                return steps;
            };
            if target.is_absolute() {
                at = PathBuf::from("/");
            }
            for name in names(&target).into_iter().rev() {
                todo.push_front(name);
            }
        } else if todo.is_empty() {
            steps.entries.push((at, name));
            steps.file = Some(next);
            return steps;
        } else {
            steps.folders.push(next.clone());
            at = next;
        }
    }
    steps
}

fn names(path: &Path) -> VecDeque<OsString> {
    let name = |part: Component| match part {
        Component::Normal(name) => Some(name.to_owned()),
        Component::ParentDir => Some("..".into()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir => None,
    };
    path.components().filter_map(name).collect()
}

/// The file lies where others may change it without our system's knowing.
pub(super) fn is_remote(path: &Path) -> bool {
    let kind = path
        .ancestors()
        .find_map(|path| rustix::fs::statfs(path).ok())
        .map(|system| system.f_type);
    // The type is as wide as the machine's words, and may be negative.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the low 32 bits are the type"
    )]
    kind.is_some_and(|kind| REMOTE.contains(&(kind as u32)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn every_link_on_the_way_counts() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("it is there");
        std::fs::create_dir_all(root.join("v1/data")).expect("a folder");
        std::fs::write(root.join("v1/data/plan.json"), "{}").expect("a file");
        symlink("v1", root.join("now")).expect("a link");
        symlink("../now/data/plan.json", root.join("v1/plan.json")).expect("a link");
        let found = steps(&root.join("now/plan.json"));
        let entry = |folder: &str, name: &str| (root.join(folder), OsString::from(name));
        assert_eq!(
            found.entries,
            [
                entry("", "now"),
                entry("v1", "plan.json"),
                entry("", "now"),
                entry("v1/data", "plan.json"),
            ]
        );
        assert_eq!(found.file, Some(root.join("v1/data/plan.json")));
        assert!(found.folders.contains(&root.join("v1/data")));
    }

    #[test]
    fn what_is_missing_is_waited_for_where_it_will_come() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("it is there");
        let found = steps(&root.join("later/plan.json"));
        assert_eq!(found.entries, [(root.clone(), OsString::from("later"))]);
        assert_eq!(found.file, None);
        symlink("round", root.join("round")).expect("a link");
        assert_eq!(steps(&root.join("round/x")).file, None);
    }
}
