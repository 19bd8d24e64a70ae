//! A server of Debian's OpenSSH on the loopback interface, with keys, port and configuration of its
//! own, made for the run and gone afterwards. It reads the file that `plan help ssh` prints; only
//! the names of the account, the program and the file of keys are others.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use plan::i18n::ssh::{GLOBAL, page};
use plan::model::Lang;
use rustix::process::{Pid, Signal, getuid, kill_process};
use tempfile::TempDir;

use super::{Bond, LIMIT, Pty};

/// Where Debian keeps the server.
pub const SSHD: &str = "/usr/sbin/sshd";

/// A running server.
pub struct Sshd {
    folder: TempDir,
    port: u16,
    server: Child,
    user: String,
}

impl Sshd {
    /// Starts a server whose sessions run `plan` with these arguments.
    pub fn start(arguments: &str) -> Sshd {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = |name: &str| {
            folder
                .path()
                .join(name)
                .to_str()
                .expect("it is UTF-8")
                .to_owned()
        };
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("it is ours");
        for key in ["host", "user"] {
            run(
                "ssh-keygen",
                &["-q", "-t", "ed25519", "-N", "", "-f", &path(key)],
            );
        }
        if getuid().is_root() {
            fs::create_dir_all("/run/sshd").expect("root may make it");
        }
        let user = String::from_utf8(run("id", &["-un"]).stdout).expect("it is UTF-8");
        let user = user.trim().to_owned();
        let port = free_port();
        let program = env!("CARGO_BIN_EXE_plan");
        let mut block = page(Lang::Zh);
        for (printed, ours) in [
            (GLOBAL, GLOBAL.trim_start_matches('#').to_owned()),
            ("Match User plan\n", format!("Match User {user}\n")),
            (
                "exec /usr/bin/plan --kiosk --commands\n",
                format!("exec {program} {arguments}\n"),
            ),
            (
                "AuthorizedKeysFile /etc/ssh/plan_keys\n",
                format!("AuthorizedKeysFile {}.pub\n", path("user")),
            ),
        ] {
            assert_eq!(block.matches(printed).count(), 1, "{printed}");
            block = block.replace(printed, &ours);
        }
        let here = format!(
            "ListenAddress 127.0.0.1\nPort {port}\nHostKey {}\nPidFile none\nStrictModes no\n\
             UsePAM no\nPasswordAuthentication no\nPermitRootLogin prohibit-password\n\
             PrintMotd no\nPrintLastLog no\nSubsystem sftp internal-sftp\nAcceptEnv *\n",
            path("host")
        );
        fs::write(path("config"), format!("{here}{block}")).expect("it is ours");
        run(SSHD, &["-t", "-f", &path("config")]);
        let log = fs::File::create(path("log")).expect("it is ours");
        let server = Command::new(SSHD)
            .args(["-D", "-e", "-f", &path("config")])
            .stdin(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("sshd runs");
        let sshd = Sshd {
            folder,
            port,
            server,
            user,
        };
        sshd.until_it_listens();
        sshd
    }

    fn until_it_listens(&self) {
        let end = Instant::now() + LIMIT;
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(
                Instant::now() < end,
                "sshd does not listen:\n{}",
                self.log()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What the server says.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// The port of the server.
    pub fn port(&self) -> u16 {
        self.port
    }

    fn arguments(&self, options: &[&str], command: &[&str]) -> Vec<String> {
        let path = |name: &str| self.folder.path().join(name).display().to_string();
        let mut all: Vec<String> = [
            "-F",
            "none",
            "-p",
            &self.port.to_string(),
            "-i",
            &path("user"),
        ]
        .map(str::to_owned)
        .into();
        for option in [
            "IdentitiesOnly=yes",
            "StrictHostKeyChecking=no",
            "GlobalKnownHostsFile=/dev/null",
            "LogLevel=ERROR",
            &format!("UserKnownHostsFile={}", path("known")),
        ] {
            all.extend(["-o".to_owned(), option.to_owned()]);
        }
        all.extend(options.iter().map(|&option| option.to_owned()));
        all.push(format!("{}@127.0.0.1", self.user));
        if !command.is_empty() {
            all.push("--".to_owned());
        }
        all.extend(command.iter().map(|&word| word.to_owned()));
        all
    }

    /// A session on a terminal of 80 columns and 24 rows.
    pub fn session(&self) -> Pty {
        self.session_of((80, 24))
    }

    /// A session on a terminal that claims this size.
    pub fn session_of(&self, size: (u16, u16)) -> Pty {
        let arguments = self.arguments(&["-tt"], &[]);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        Pty::start_as(Bond::Controlling, size, "ssh", &arguments, &[])
    }

    /// A command of a client without a terminal.
    pub fn asks(&self, command: &[&str]) -> Output {
        self.client(&["-T"], command)
    }

    /// A client with options of its own.
    pub fn client(&self, options: &[&str], command: &[&str]) -> Output {
        Command::new("ssh")
            .args(self.arguments(options, command))
            .stdin(Stdio::null())
            .output()
            .expect("ssh runs")
    }

    /// The explorers that the server runs.
    pub fn explorers(&self) -> Vec<Pid> {
        let program = Path::new(env!("CARGO_BIN_EXE_plan"));
        let ours =
            |pid: &Pid| fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|exe| exe == program);
        descendants(Pid::from_child(&self.server))
            .into_iter()
            .filter(ours)
            .collect()
    }

    /// Waits until so many explorers run.
    #[track_caller]
    pub fn runs(&self, count: usize) -> Vec<Pid> {
        let end = Instant::now() + LIMIT;
        loop {
            let explorers = self.explorers();
            if explorers.len() == count {
                return explorers;
            }
            assert!(
                Instant::now() < end,
                "{} explorers instead of {count}",
                explorers.len()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Sshd {
    fn drop(&mut self) {
        for pid in descendants(Pid::from_child(&self.server)) {
            let _ = kill_process(pid, Signal::KILL);
        }
        let _ = self.server.wait();
    }
}

#[track_caller]
fn run(program: &str, arguments: &[&str]) -> Output {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .expect("it is installed");
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a port");
    listener.local_addr().expect("it has an address").port()
}

/// A process and everything below it, from the top.
fn descendants(top: Pid) -> Vec<Pid> {
    let parent = |entry: &fs::DirEntry| {
        let pid = Pid::from_raw(entry.file_name().to_str()?.parse().ok()?)?;
        let text = fs::read_to_string(entry.path().join("stat")).ok()?;
        let after_name = text.rsplit_once(')')?.1;
        Some((
            pid,
            Pid::from_raw(after_name.split_whitespace().nth(1)?.parse().ok()?)?,
        ))
    };
    let processes = fs::read_dir("/proc").expect("this is Linux");
    let pairs: Vec<(Pid, Pid)> = processes
        .flatten()
        .filter_map(|entry| parent(&entry))
        .collect();
    let mut found = vec![top];
    let mut next = 0;
    while let Some(&above) = found.get(next) {
        next += 1;
        found.extend(
            pairs
                .iter()
                .filter(|(_, parent)| *parent == above)
                .map(|(pid, _)| *pid),
        );
    }
    found
}
