//! How to set up the explorer as a login: `plan help ssh` is a file for sshd that says, in comments,
//! why each line is there. The README shows how it is set up; the tests run a server with it.

use super::strings;
use crate::model::Lang;

/// What root types to set it up.
pub const SETUP: &str = "\
mkdir -p -m 755 /var/empty
useradd --system --no-create-home --home-dir /var/empty --shell /bin/sh --password '*' plan
grep -ah '' people/*.pub | tr '\\r' '\\n' | tr -d '\\0' | LC_ALL=C sed 's/^[^!-~]*//' |
grep -a '^[^#]' | while read -r key; do
    printf '%s\\n' \"$key\" | grep -qE '^(ssh|ecdsa|sk)-[a-z0-9@.-]+ +AAAA[A-Za-z0-9+/=]+( |$)' &&
        printf '%s\\n' \"$key\" | ssh-keygen -l -f - > /dev/null && printf '%s\\n' \"$key\" && continue
    echo \"not a bare key: $key\" >&2
done > /etc/ssh/plan_keys
plan help ssh > /etc/ssh/sshd_config.d/plan.conf
sshd -t && service ssh reload
";

/// What sshd takes only outside of a block; without its sign it holds.
pub const GLOBAL: &str = "#MaxStartups 100:30:400\n";

/// The block for the account.
pub const BLOCK: &str = "\
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
pub const REPLACE: &str = "\
plan check new.json && cp new.json /srv/plan/.plan.new && mv /srv/plan/.plan.new /srv/plan/plan.json
";

strings! {
    /// In the order of the page.
    Ssh words

    title: "plan as a login over SSH. This page is a configuration file for sshd." / "将 plan 配置为 SSH 登录程序。本页即 sshd 的配置文件。",
    setup: "\
One account serves everybody; each person has a line in /etc/ssh/plan_keys, which only root can write.
The loop accepts bare keys only, one per line: options before a key could set a command of their own. As
root, with the public keys in people/:"
        / "\
所有人共用一个账户；每人在 /etc/ssh/plan_keys 中占一行，该文件只有 root 可写。循环只接受不带选项的
公钥，一行一个：公钥前的选项可能自带命令。将各人的公钥放在 people/ 中，以 root 执行：",
    shell: "\
sshd starts a forced command through the account's login shell, and a shell may first read start-up
files: bash, for example, reads ~/.bashrc even then. A user who can write such a file can run any
command. So the shell is /bin/sh, and the home directory is /var/empty, which nobody can write to.
With `exec` the program replaces the shell, which saves one process per session."
        / "\
sshd 通过该账户的登录 shell 启动强制命令，而 shell 可能先读取启动文件：例如 bash 此时仍会读取
~/.bashrc。能写此类文件的用户可运行任何程序。因此 shell 设为 /bin/sh，主目录设为任何人都不可写的
/var/empty。exec 使程序取代 shell，每个会话少占一个进程。",
    global: "\
Many logins at once (a training, a Monday morning) need this line. It applies to the whole server and
sshd accepts it only once; uncomment it to use it:"
        / "\
许多人同时登录（培训、周一早晨）时需要这一行；它对整个服务器生效，sshd 只接受一次；使用时去掉行首的
# 号：",
    block: "\
The account. If the program is installed elsewhere, `command -v plan` shows where. DisableForwarding
forbids all forwarding; the five lines below it repeat that for older servers and other settings:"
        / "\
该账户的配置。程序如安装在别处，可用 `command -v plan` 查看。DisableForwarding 禁止一切转发；其下五行
针对较旧或另有设置的服务器重复禁止：",
    commands: "\
With --commands a client can also run a query without the explorer: `ssh plan@host who 5g`,
`ssh plan@host search 养老 --format json`. Only search, who, show, list, matrix and export are
accepted, without options that name a file; anything else ends with one line and exit status 2.
Without --commands every session opens the explorer."
        / "\
加上 --commands 后，客户端也可不进入浏览器直接查询：`ssh plan@host who 5g`、
`ssh plan@host search 养老 --format json`。只接受 search、who、show、list、matrix 和 export，不接受
指定文件的选项；其他命令只给出一行说明，退出状态为 2。不加 --commands 时，每个会话均打开浏览器。",
    data: "\
The plan is built into the program. To show another one, name it on the server's line; kiosk mode
reads files from there only:
`ForceCommand exec /usr/bin/plan --kiosk --data /srv/plan/plan.json --overlay /srv/plan/ours.json`.
A file larger than 16 MB needs --max-size there as well."
        / "\
规划已内置于程序。如要显示其他规划，请写在服务器的命令行上；公用终端模式只读取此处指定的文件：
`ForceCommand exec /usr/bin/plan --kiosk --data /srv/plan/plan.json --overlay /srv/plan/ours.json`。
超过 16 MB 的文件还须在那里加上 --max-size。",
    replace: "\
To replace it while sessions are running, write the new file next to it and rename it; a file that is
overwritten in place may be read half-written. Sessions show the new file at once:"
        / "\
会话运行期间更换规划：先在同一目录写好新文件，再改名覆盖；直接改写时可能只读到一半。更换后各会话立即
显示：",
    room: "\
A session takes about 2 MB in addition to sshd's own 2 to 4 MB, and no CPU while idle: a machine with
two cores and 2 GB supports 200 sessions. An idle session is warned after 29 minutes and ends after
30; --idle MINUTES changes that (0: never). A closed connection ends the session at once; the two
ClientAlive lines end it 90 seconds after the connection was lost."
        / "\
每个会话约占 2 MB，另有 sshd 自身的 2 至 4 MB；空闲时不占 CPU：两核、2 GB 的服务器可支持 200 个会话。
空闲 29 分钟后提示，30 分钟后会话结束；可用 --idle 分钟数 更改，0 表示不结束。连接关闭时会话立即结束；
连接失去响应的，由两行 ClientAlive 在 90 秒后结束。",
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
