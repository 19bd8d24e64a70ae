//! Through the real tmux and GNU screen: what is copied reaches the clipboard or can be selected by
//! hand, and the title is there and given back.

mod common;

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use common::{Bond, LIMIT, Pty};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

const PLAN: &str = env!("CARGO_BIN_EXE_plan");
/// The title of the shell that the program is started from.
const BEFORE: &str = "before it";

fn main() -> ExitCode {
    common::trials::run(&[
        (
            "/usr/bin/tmux",
            &[
                ("tmux_takes_what_is_copied", tmux_takes_what_is_copied),
                ("tmux_shows_the_title", tmux_shows_the_title),
                ("tmux_keeps_no_letter_beside_a_sign", tmux_keeps_no_letter),
            ],
        ),
        (
            "/usr/bin/screen",
            &[
                ("screen_passes_on_what_is_copied", screen_passes_on),
                ("screen_keeps_its_title", screen_keeps_its_title),
                ("nothing_of_a_frame_is_left_in_screen", nothing_is_left),
                (
                    "screen_keeps_no_letter_beside_a_sign",
                    screen_keeps_no_letter,
                ),
            ],
        ),
    ])
}

/// What the program copies for these keys, as it sends it to a terminal with nothing between.
fn copied(keys: &str) -> String {
    let mut pty = Pty::start(PLAN, &["--fresh", "P1"]);
    pty.shows("Lead");
    pty.send(keys);
    pty.shows("Copied");
    let sent = clipboards(&pty);
    assert_eq!(sent.len(), 1, "{sent:?}");
    sent.into_iter().next().unwrap_or_default()
}

/// The texts that have reached the clipboard of the terminal.
fn clipboards(pty: &Pty) -> Vec<String> {
    let bytes = String::from_utf8_lossy(&pty.bytes);
    let pieces = bytes.split("\x1b]52;").skip(1);
    let ended = pieces.filter_map(|piece| {
        let end = piece.find(['\x07', '\x1b'])?;
        piece[..end].split_once(';').map(|(_, data)| data)
    });
    let text = |data| String::from_utf8(STANDARD.decode(data).expect("it is base64"));
    ended.map(|data| text(data).expect("it is UTF-8")).collect()
}

/// A server of tmux with a client on a terminal, and a shell in it.
struct Tmux {
    folder: TempDir,
    client: Pty,
}

impl Tmux {
    fn start(settings: &str) -> Tmux {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = |name: &str| folder.path().join(name).display().to_string();
        fs::write(path("settings"), settings).expect("it is written");
        let shell = "sh -c \"printf '\\033]2;before it\\033\\\\\\\\'; PS1='$ ' exec sh -i\"";
        let arguments = ["-S", &path("socket"), "-f", &path("settings"), "new", shell];
        let client = Pty::start("tmux", &arguments);
        let mut tmux = Tmux { folder, client };
        tmux.client.shows("$ ");
        tmux
    }

    /// What the server answers.
    fn ask(&self, question: &[&str]) -> String {
        let answer = Command::new("tmux")
            .arg("-S")
            .arg(self.folder.path().join("socket"))
            .args(question)
            .output()
            .expect("tmux runs");
        String::from_utf8(answer.stdout).expect("it is UTF-8")
    }

    /// Waits until the title of the pane is this one.
    #[track_caller]
    fn is_titled(&mut self, title: &str) {
        let end = Instant::now() + LIMIT;
        loop {
            let now = self.ask(&["display", "-p", "#{pane_title}"]);
            if now.trim_end() == title {
                return;
            }
            assert!(Instant::now() < end, "the title is {now:?}");
            self.client.read(Duration::from_millis(10));
        }
    }

    fn open(&mut self) {
        self.client.send(format!("{PLAN} --fresh P1\r"));
        self.client.shows("Lead");
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.ask(&["kill-server"]);
    }
}

/// With `set-clipboard on` tmux keeps it and passes it on; `allow-passthrough` alone passes it on.
/// With neither there is still the text on the screen.
fn tmux_takes_what_is_copied() {
    for keys in [" y", " Y"] {
        let text = copied(keys);
        for (clipboard, passthrough, kept, reached) in [
            ("on", "off", true, true),
            ("on", "on", true, true),
            ("external", "on", false, true),
            ("off", "off", false, false),
        ] {
            let settings =
                format!("set -g set-clipboard {clipboard}\nset -g allow-passthrough {passthrough}");
            let mut tmux = Tmux::start(&settings);
            tmux.open();
            tmux.client.send(keys);
            tmux.client.shows("if tmux has set-clipboard on");
            tmux.client.shows("P1 5G Innovative Applications Project");
            if kept {
                assert_eq!(tmux.ask(&["show-buffer"]), text, "{settings}");
            } else {
                assert_eq!(tmux.ask(&["list-buffers"]), "", "{settings}");
            }
            if reached {
                tmux.client.until("reaches the terminal", |client| {
                    clipboards(client).contains(&text)
                });
            }
            // Whatever else it would have sent comes before the end.
            tmux.client.send(" q");
            tmux.client.shows("$ ");
            assert!(clipboards(&tmux.client).iter().all(|other| *other == text));
            assert_eq!(
                clipboards(&tmux.client).is_empty(),
                !reached,
                "{settings} {keys}"
            );
        }
    }
}

fn tmux_shows_the_title() {
    for (lang, title) in [
        ("en", "14th Five-Year Plan for National Informatization"),
        ("zh", "“十四五”国家信息化规划"),
    ] {
        let mut tmux = Tmux::start("");
        tmux.is_titled(BEFORE);
        tmux.client.send(format!("{PLAN} --fresh --lang {lang}\r"));
        tmux.is_titled(title);
        tmux.client.send("\x1b");
        tmux.client.send(" q");
        tmux.is_titled(BEFORE);
    }
}

/// Signs that terminals draw in another width than is counted.
const DOUBTFUL: [&str; 8] = ["🪿", "𝋀", "\u{13430}", "क्षि", "ক্ষি", "🇨🇳", "👍🏽", "\u{20c0}"];

/// A plan whose names hold a sign, in a file of this folder.
fn plan_with(sign: &str, folder: &TempDir) -> String {
    let item = |at: usize| {
        let name = match at % 3 {
            0 => format!("{sign}x plain {at} and more"),
            _ => format!("Row {at} {} tail {at} end", sign.repeat(at % 4 + 1)),
        };
        format!(
            r#"{{"id": "P{at}", "kind": "project", "name": "{name}", "summary": "{name} {name}"}}"#
        )
    };
    let items = (1..40).map(item).collect::<Vec<_>>().join(",");
    let text = format!(r#"{{"format": 1, "plan": {{"name": "T"}}, "items": [{items}]}}"#);
    let path = folder.path().join("plan.json");
    fs::write(&path, text).expect("it is written");
    path.display().to_string()
}

/// Each frame is as one that is drawn anew; `picture` is what stands on the screen.
fn leaves_no_letter(sign: &str, client: &mut Pty, picture: impl Fn() -> Vec<u8>) {
    client.shows("Row 1");
    for keys in [
        "\x1b[B", "\x1b[B", "\x1b[B", "\x1b[6~", "\x1b[A", "Row", " 1", "\x15", "\r",
    ] {
        let [drawn, anew] = [keys, "\x0c"].map(|keys| {
            client.send(keys);
            client.settle();
            String::from_utf8_lossy(&picture()).into_owned()
        });
        assert_eq!(drawn, anew, "{sign} {keys:?}");
    }
}

fn tmux_keeps_no_letter() {
    for sign in DOUBTFUL {
        let mut tmux = Tmux::start("");
        let path = plan_with(sign, &tmux.folder);
        tmux.client.send(format!("{PLAN} --fresh --data {path}\r"));
        let socket = tmux.folder.path().join("socket");
        leaves_no_letter(sign, &mut tmux.client, || {
            let mut ask = Command::new("tmux");
            let ask = ask.arg("-S").arg(&socket).args(["capture-pane", "-p"]);
            ask.output().expect("tmux runs").stdout
        });
    }
}

fn screen_keeps_no_letter() {
    for sign in DOUBTFUL {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let mut screen = Screen::start(&[PLAN, "--fresh", "--data", &plan_with(sign, &folder)]);
        let picture = folder.path().join("picture");
        let own = screen.folder.path().to_owned();
        leaves_no_letter(sign, &mut screen.client, || {
            // It is written after the command has ended.
            let _ = fs::remove_file(&picture);
            let mut ask = Command::new("screen");
            let ask = ask
                .env("SCREENDIR", &own)
                .args(["-S", NAME, "-X", "hardcopy"]);
            ask.arg(&picture).status().expect("screen runs");
            let end = Instant::now() + LIMIT;
            loop {
                let bytes = fs::read(&picture).unwrap_or_default();
                if bytes.split(|&byte| byte == b'\n').count() > 24 {
                    return bytes;
                }
                assert!(Instant::now() < end, "screen writes no picture");
                std::thread::sleep(Duration::from_millis(10));
            }
        });
    }
}

/// GNU screen cuts long strings; what comes in pieces arrives in one.
fn screen_passes_on() {
    for keys in [" y", " Y"] {
        let text = copied(keys);
        let mut screen = Screen::start(&[PLAN, "--fresh", "P1"]);
        let client = &mut screen.client;
        client.shows("Lead");
        client.send(keys);
        client.shows("select the text below");
        client.until("reaches the terminal", |client| {
            clipboards(client).contains(&text)
        });
        client.send(" q");
        assert_eq!(client.ends(), 0);
        assert_eq!(clipboards(client), [text]);
    }
}

/// It cannot put a title aside and give it back, so that of the shell is left alone.
fn screen_keeps_its_title() {
    let mut screen = Screen::start(&["sh", "-i"]);
    let client = &mut screen.client;
    client.send("PS1='ready''> '; printf '\\033]2;before it\\033\\\\'\r");
    client.shows("ready>");
    let titled = |client: &Pty| memchr::memmem::find(&client.bytes, BEFORE.as_bytes()).is_some();
    client.until("is titled", titled);
    client.bytes.clear();
    client.send(format!("{PLAN} --fresh P1\r"));
    client.shows("Lead");
    let start = client.bytes.len();
    client.send(" q");
    client.until("is back in the shell", |client| {
        memchr::memmem::find(&client.bytes[start..], b"ready>").is_some()
    });
    client.send("exit\r");
    assert_eq!(client.ends(), 0);
    let title = memchr::memmem::find(&client.bytes, b"]2;14th");
    assert!(title.is_none(), "the title is the plan's");
}

/// As it comes it has no alternate screen: whatever ends the program, the prompt comes back on a
/// clean screen, and the answer of `--print` too.
fn nothing_is_left() {
    let left = |arguments: &str, end: &dyn Fn(&mut Pty, i32)| {
        let mut screen = Screen::start(&["sh", "-i"]);
        let file = screen.folder.path().join("process");
        let client = &mut screen.client;
        client.send("PS1='ready''> '\r");
        client.shows("ready>");
        let start = format!("exec {PLAN} --fresh {arguments}");
        client.send(format!("sh -c 'echo $$ > {}; {start}'\r", file.display()));
        client.shows("P1  ");
        let process = fs::read_to_string(&file).expect("it has started");
        end(client, process.trim().parse().expect("a number"));
        client.until("is back in the shell", |client| {
            let text = client.text();
            let last = text.lines().rfind(|line| !line.trim().is_empty());
            last.is_some_and(|line| line.starts_with("ready>"))
        });
        client.settle();
        let text = client.text();
        for of_the_frame in ["P1  ", "│", "─", "┌", "Innovative"] {
            assert!(!text.contains(of_the_frame), "{arguments}\n{text}");
        }
        text
    };
    left("P1", &|client, _| client.send("\x03"));
    left("P1", &|client, _| client.send("\x1a"));
    left("P1", &|_, process| {
        let process = Pid::from_raw(process).expect("a process");
        kill_process(process, Signal::TERM).expect("it is ours");
    });
    let text = left("--print 5g", &|client, _| client.send("\r"));
    assert!(text.lines().any(|line| line.trim() == "P1"), "{text}");
}

const NAME: &str = "plan-test";

/// A session of GNU screen, which would outlive its terminal.
struct Screen {
    folder: TempDir,
    client: Pty,
}

impl Screen {
    fn start(command: &[&str]) -> Screen {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let only_ours = Permissions::from_mode(0o700);
        fs::set_permissions(folder.path(), only_ours).expect("it is ours");
        let path = folder.path().to_str().expect("it is UTF-8");
        let environment = [("SCREENDIR", Some(path))];
        let options = ["-U", "-c", "/dev/null", "-m", "-S", NAME];
        let arguments = [&options, command].concat();
        let bond = Bond::Controlling;
        let client = Pty::start_as(bond, (80, 24), "screen", &arguments, &environment);
        Screen { folder, client }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = Command::new("screen")
            .env("SCREENDIR", self.folder.path())
            .args(["-S", NAME, "-X", "quit"])
            .output();
    }
}
