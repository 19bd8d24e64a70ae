//! How to offer the explorer as a login: `plan help ssh` and the README print this page, and the
//! tests run a server with this very block.

use crate::model::Lang;

/// The account, as root makes it.
pub const ACCOUNT: &str = "\
mkdir -p -m 755 /var/empty
useradd --system --no-create-home --home-dir /var/empty --shell /bin/sh --password '*' plan
";

/// The block for the account, in `/etc/ssh/sshd_config.d/plan.conf`.
pub const BLOCK: &str = "\
Match User plan
    ForceCommand exec /usr/bin/plan --kiosk --commands
    AuthorizedKeysFile /etc/ssh/plan_keys
    AuthenticationMethods publickey
    PermitTTY yes
    DisableForwarding yes
    PermitUserRC no
    SetEnv HOME=/var/empty
    ClientAliveInterval 30
    ClientAliveCountMax 3
    MaxSessions 4
Match all
";

/// What sshd takes only outside of a block.
pub const GLOBAL: &str = "MaxStartups 100:30:400\n";

/// How the plan is replaced while sessions read it.
pub const REPLACE: &str = "\
plan check new.json && cp new.json /srv/plan/.plan.new && mv /srv/plan/.plan.new /srv/plan/plan.json
";

/// The words of this room, in the order of the page.
struct Ssh {
    title: &'static str,
    account: &'static str,
    shell: &'static str,
    block: &'static str,
    commands: &'static str,
    global: &'static str,
    data: &'static str,
    replace: &'static str,
    room: &'static str,
}

const EN: Ssh = Ssh {
    title: "plan as a login over SSH",
    account: "\
One account is enough for everybody; each person has a line in /etc/ssh/plan_keys, which only root
may write. As root:",
    shell: "\
sshd starts a forced command through the account's login shell, and a shell may read start-up files
first: bash, for one, reads ~/.bashrc even then. Whoever can write such a file can run anything. So
the shell is /bin/sh, and the home is /var/empty, in which nobody can write. By `exec` the program
takes the shell's place: no second process waits beside each session.",
    block: "The block, in /etc/ssh/sshd_config.d/plan.conf:",
    commands: "\
With --commands a client may also ask without a screen: `ssh plan@host who 5g`,
`ssh plan@host search 养老 --format json`. Only search, who, show, list, matrix and export are
answered, and no option that names a file; everything else is one line and exit status 2. Without
--commands every session is the explorer. Test the file and load it: `sshd -t && service ssh reload`.",
    global: "\
Many logins at once (a training, a Monday morning) need this line outside of any block, where sshd
takes it only once:",
    data: "\
The plan is built into the program. To show another one, name it on the server's line, which is
where a kiosk takes files from and nowhere else:
`ForceCommand exec /usr/bin/plan --kiosk --data /srv/plan/plan.json --overlay /srv/plan/ours.json`.
A file of more than 16 MB needs --max-size there as well.",
    replace: "\
To replace it under running sessions, write the new file beside it and rename it into place; a file
that is written over can be read half written:",
    room: "\
A session takes about 2 MB beside sshd's own 2 to 4 MB, and no CPU while nobody types: a machine
with two cores and 2 GB holds 200. An idle session is told after 29 minutes and ends after 30; --idle
MINUTES changes that, 0 is never. A lost connection ends it at once, and sshd notices a dead one
after 90 seconds by the two ClientAlive lines.",
};

const ZH: Ssh = Ssh {
    title: "通过 SSH 提供 plan",
    account: "\
所有人共用一个账户即可；每人在 /etc/ssh/plan_keys 中占一行，该文件只有 root 可写。以 root 执行：",
    shell: "\
sshd 通过该账户的登录 shell 启动强制命令，而 shell 可能先读取启动文件：例如 bash 此时仍会读取
~/.bashrc。谁能写这样的文件，谁就能运行任何程序。因此 shell 用 /bin/sh，主目录用任何人都不能写的
/var/empty。exec 让程序取代 shell，每个会话不再多留一个进程。",
    block: "配置块，写入 /etc/ssh/sshd_config.d/plan.conf：",
    commands: "\
加上 --commands 后，客户端也可不用界面直接查询：`ssh plan@host who 5g`、
`ssh plan@host search 养老 --format json`。只回答 search、who、show、list、matrix 和 export，不接受
指定文件的选项；其他一律给出一行说明，退出状态为 2。不加 --commands 时，每个会话都是浏览界面。
检查并加载配置：`sshd -t && service ssh reload`。",
    global: "\
许多人同时登录（培训、周一早晨）时，需要在任何配置块之外加上这一行，sshd 只在那里接受它：",
    data: "\
规划已内置于程序。要显示另一份，请写在服务器的命令行上；kiosk 只从那里取得文件：
`ForceCommand exec /usr/bin/plan --kiosk --data /srv/plan/plan.json --overlay /srv/plan/ours.json`。
超过 16 MB 的文件还须在那里加上 --max-size。",
    replace: "在会话运行时更换规划：先在旁边写好新文件，再改名覆盖；直接改写的文件可能被读到一半：",
    room: "\
每个会话约占 2 MB，另有 sshd 自身的 2 至 4 MB；无人按键时不占 CPU：两核、2 GB 的机器可容纳 200
个会话。空闲 29 分钟后提示，30 分钟后会话结束；可用 --idle 分钟数 更改，0 为永不。连接断开时会话立
即结束；失去响应的连接由两行 ClientAlive 在 90 秒后发现。",
};

/// The page in a language.
#[must_use]
pub fn page(lang: Lang) -> String {
    let words = match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    };
    let mut page = format!("{}\n", words.title);
    for (text, code) in [
        (words.account, ACCOUNT),
        (words.shell, ""),
        (words.block, BLOCK),
        (words.commands, ""),
        (words.global, GLOBAL),
        (words.data, ""),
        (words.replace, REPLACE),
        (words.room, ""),
    ] {
        page.push('\n');
        page.push_str(text);
        page.push('\n');
        if !code.is_empty() {
            page.push('\n');
            for line in code.lines() {
                page.push_str("    ");
                page.push_str(line);
                page.push('\n');
            }
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_pages_hold_the_same_block() {
        for lang in [Lang::En, Lang::Zh] {
            let page = page(lang);
            for line in [ACCOUNT, BLOCK, GLOBAL, REPLACE]
                .iter()
                .flat_map(|code| code.lines())
            {
                assert!(page.contains(line), "{line}");
            }
        }
    }
}
