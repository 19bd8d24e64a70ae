//! How to offer the explorer as a login: `plan help ssh` is a file for sshd that says, in comments,
//! why each line is there. The README shows how it is set up; the tests run a server with it.

use super::strings;
use crate::model::Lang;

/// What root types to set it up.
pub const SETUP: &str = "\
mkdir -p -m 755 /var/empty
useradd --system --no-create-home --home-dir /var/empty --shell /bin/sh --password '*' plan
grep -hv '^#' people/*.pub | tr -d '\\r' | while read -r key; do
    case $key in ssh-*|ecdsa-*|sk-*)
        printf '%s\\n' \"$key\" | ssh-keygen -l -f - > /dev/null && printf '%s\\n' \"$key\" && continue ;;
    esac
    echo \"not a bare key: $key\" >&2
done > /etc/ssh/plan_keys
plan help ssh > /etc/ssh/sshd_config.d/plan.conf
sshd -t && service ssh reload
";

/// What sshd takes only outside of a block; without its sign it holds.
pub const GLOBAL: &str = "#MaxStartups 100:30:400\n";

/// The block for the account.
const BLOCK: &str = "\
Match User plan
    ForceCommand exec /usr/bin/plan --kiosk --commands
    AuthorizedKeysFile /etc/ssh/plan_keys
    AuthenticationMethods publickey
    PermitTTY yes
    DisableForwarding yes
    AllowAgentForwarding no
    AllowStreamLocalForwarding no
    AllowTcpForwarding no
    PermitTunnel no
    X11Forwarding no
    PermitUserRC no
    SetEnv HOME=/var/empty
    ClientAliveInterval 30
    ClientAliveCountMax 3
    MaxSessions 4
Match all
";

/// How the plan is replaced while sessions read it.
const REPLACE: &str = "\
plan check new.json && cp new.json /srv/plan/.plan.new && mv /srv/plan/.plan.new /srv/plan/plan.json
";

strings! {
    /// In the order of the page.
    Ssh words

    title: "plan as a login over SSH. This page is a configuration file for sshd." / "通过 SSH 提供 plan。本页即 sshd 的配置文件。",
    setup: "\
One account is enough for everybody; each person has a line in /etc/ssh/plan_keys, which only root
may write. The loop takes bare keys alone, one a line: a key with options before it could bring its own
command. As root, with their public keys in people/:"
        / "\
所有人共用一个账户即可；每人在 /etc/ssh/plan_keys 中占一行，该文件只有 root 可写。循环只收不带选项的
公钥，一行一个：带选项的公钥可能自带命令。把各人的公钥放在 people/ 中，以 root 执行：",
    shell: "\
sshd starts a forced command through the account's login shell, and a shell may read start-up files
first: bash, for one, reads ~/.bashrc even then. Whoever can write such a file can run anything. So
the shell is /bin/sh, and the home is /var/empty, in which nobody can write. By `exec` the program
takes the shell's place: no second process waits beside each session."
        / "\
sshd 通过该账户的登录 shell 启动强制命令，而 shell 可能先读取启动文件：例如 bash 此时仍会读取
~/.bashrc。谁能写这样的文件，谁就能运行任何程序。因此 shell 用 /bin/sh，主目录用任何人都不能写的
/var/empty。exec 让程序取代 shell，每个会话不再多留一个进程。",
    global: "\
Many logins at once (a training, a Monday morning) need this line, which holds for the whole server
and which sshd takes only once; to use it take away its sign:"
        / "\
许多人同时登录（培训、周一早晨）时，需要这一行；它对整个服务器生效，sshd 只接受一次；使用时去掉行首
的 # 号：",
    block: "\
The account. Where the program lies elsewhere, `command -v plan` tells. DisableForwarding forbids all
forwarding; the five lines below it say the same again to servers that are older or set otherwise:"
        / "\
该账户的配置。程序若在别处，可用 `command -v plan` 查看。DisableForwarding 禁止一切转发；其下五行对
较旧或另有设置的服务器再说一遍：",
    commands: "\
With --commands a client may also ask without a screen: `ssh plan@host who 5g`,
`ssh plan@host search 养老 --format json`. Only search, who, show, list, matrix and export are
answered, and no option that names a file; everything else is one line and exit status 2. Without
--commands every session is the explorer."
        / "\
加上 --commands 后，客户端也可不用界面直接查询：`ssh plan@host who 5g`、
`ssh plan@host search 养老 --format json`。只回答 search、who、show、list、matrix 和 export，不接受
指定文件的选项；其他一律给出一行说明，退出状态为 2。不加 --commands 时，每个会话都是浏览界面。",
    data: "\
The plan is built into the program. To show another one, name it on the server's line, which is
where a kiosk takes files from and nowhere else:
`ForceCommand exec /usr/bin/plan --kiosk --data /srv/plan/plan.json --overlay /srv/plan/ours.json`.
A file of more than 16 MB needs --max-size there as well."
        / "\
规划已内置于程序。要显示另一份，请写在服务器的命令行上；kiosk 只从那里取得文件：
`ForceCommand exec /usr/bin/plan --kiosk --data /srv/plan/plan.json --overlay /srv/plan/ours.json`。
超过 16 MB 的文件还须在那里加上 --max-size。",
    replace: "\
To replace it under running sessions, write the new file beside it and rename it into place; a file
that is written over can be read half written. They show it at once:"
        / "\
在会话运行时更换规划：先在旁边写好新文件，再改名覆盖；直接改写的文件可能被读到一半。更换后各会话立即
显示：",
    room: "\
A session takes about 2 MB beside sshd's own 2 to 4 MB, and no CPU while nobody types: a machine
with two cores and 2 GB holds 200. An idle session is told after 29 minutes and ends after 30; --idle
MINUTES changes that, 0 is never. A lost connection ends it at once, and sshd notices a dead one
after 90 seconds by the two ClientAlive lines."
        / "\
每个会话约占 2 MB，另有 sshd 自身的 2 至 4 MB；无人按键时不占 CPU：两核、2 GB 的机器可容纳 200
个会话。空闲 29 分钟后提示，30 分钟后会话结束；可用 --idle 分钟数 更改，0 为永不。连接断开时会话立
即结束；失去响应的连接由两行 ClientAlive 在 90 秒后发现。",
}

/// The page in a language: what is not for sshd stands in comments.
#[must_use]
pub fn page(lang: Lang) -> String {
    let words = words(lang);
    let comment = |text: &str, sign: &str| -> String {
        text.lines().flat_map(|line| [sign, line, "\n"]).collect()
    };
    let shown = |code: &str| format!("#\n{}", comment(code, "#     "));
    let paragraphs = [
        (words.title, String::new()),
        (words.setup, shown(SETUP)),
        (words.shell, String::new()),
        (words.global, GLOBAL.to_owned()),
        (words.block, BLOCK.to_owned()),
        (words.commands, String::new()),
        (words.data, String::new()),
        (words.replace, shown(REPLACE)),
        (words.room, String::new()),
    ];
    let paragraphs = paragraphs.map(|(text, code)| format!("{}{code}", comment(text, "# ")));
    paragraphs.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_the_block_is_a_comment() {
        for lang in [Lang::En, Lang::Zh] {
            let page = page(lang);
            let said = |line: &&str| !line.is_empty() && !line.starts_with('#');
            let block: Vec<&str> = page.lines().filter(said).collect();
            assert_eq!(block, BLOCK.lines().collect::<Vec<_>>());
            for line in SETUP.lines().chain(REPLACE.lines()).chain(GLOBAL.lines()) {
                assert!(page.contains(line), "{line}");
            }
        }
    }
}
