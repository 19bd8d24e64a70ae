//! The words about settings: what each key of the configuration file means, where a value comes
//! from, what is wrong with one.

use crate::model::Lang;

/// The words about settings in one language.
#[derive(Debug)]
pub struct Config {
    /// Stands at the top of the file that `plan config --default` prints.
    pub head: &'static str,
    /// The plan to open.
    pub data: &'static str,
    /// Files laid over it.
    pub overlays: &'static str,
    /// Language of names and interface.
    pub lang: &'static str,
    /// Colours.
    pub theme: &'static str,
    /// Nothing but ASCII on the screen.
    pub ascii: &'static str,
    /// Mouse.
    pub mouse: &'static str,
    /// Width of characters of ambiguous width.
    pub ambiguous: &'static str,
    /// End of an idle session.
    pub idle: &'static str,
    /// The reader's own keys.
    pub keys: &'static str,
    /// Given by a flag.
    pub flag: &'static str,
    /// Given by a variable, whose name follows.
    pub environment: &'static str,
    /// From the locale.
    pub locale: &'static str,
    /// From the configuration file, whose name follows.
    pub file: &'static str,
    /// Given nowhere.
    pub default: &'static str,
    /// The compiled-in plan.
    pub shipped: &'static str,
    /// No value.
    pub none: &'static str,
    /// Kiosk mode.
    pub kiosk: &'static str,
    /// `{key}` is no key; `{near}` is one.
    pub unknown_near: fn(key: &str, near: &str) -> String,
    /// `{key}` is no key; these are.
    pub unknown: fn(key: &str, known: &str) -> String,
    /// `{key}` cannot be `{value}`; it can be `{known}`.
    pub bad_value: fn(key: &str, value: &str, known: &str) -> String,
    /// What a key wants: a string.
    pub a_string: &'static str,
    /// What a key wants: a list of strings.
    pub strings: &'static str,
    /// What a key wants: true or false.
    pub a_bool: &'static str,
    /// What a key wants: minutes.
    pub minutes: &'static str,
    /// What a key wants: a table.
    pub a_table: &'static str,
    /// No binding is called `name`; `near` is one, if one is near.
    pub no_binding: fn(name: &str, near: Option<&str>) -> String,
    /// Nothing on the keyboard is called `key`.
    pub no_key: fn(name: &str, key: &str) -> String,
    /// Two bindings want one key.
    pub bound_twice: fn(key: &str, one: &str, other: &str) -> String,
    /// The file is no TOML; the parser says why, in English.
    pub syntax: fn(message: &str) -> String,
    /// The file is not UTF-8.
    pub utf8: &'static str,
}

const EN: Config = Config {
    head: "Settings of plan. A line that begins with # is off; each shows the default.\n\
           Flags win over the environment, the environment over this file.",
    data: "The plan to open; without it, the one that is built in. Relative to this file.",
    overlays: "Files laid over the plan: your own assignments, items and names.",
    lang: "Language of names and interface: en, zh or both (names in both).",
    theme: "Colours: auto, dark, light, contrast or mono.",
    ascii: "Draw with ASCII characters alone.",
    mouse: "Use the mouse (Shift keeps the terminal's own selection).",
    ambiguous: "Width of characters such as “ ” on your terminal: narrow or wide.",
    idle: "End an idle session after so many minutes; 0: never.",
    keys: "Your own keys: what they do = \"key\" or [\"key\", …]; [] takes them away.",
    flag: "flag",
    environment: "environment",
    locale: "locale",
    file: "file",
    default: "default",
    shipped: "built in",
    none: "none",
    kiosk: "kiosk mode: neither the environment nor a configuration file is read",
    unknown_near: |key, near| format!("unknown key \"{key}\"; did you mean \"{near}\"?"),
    unknown: |key, known| format!("unknown key \"{key}\"; there are {known}"),
    bad_value: |key, value, known| format!("{key} cannot be {value}; it can be {known}"),
    a_string: "a string in quotes",
    strings: "a list of strings",
    a_bool: "true or false",
    minutes: "a number of minutes from 0 to 100000",
    a_table: "a table such as quit = \"q\"",
    no_binding: |name, near| match near {
        Some(near) => format!("keys.{name}: no such binding; did you mean {near}?"),
        None => format!("keys.{name}: no such binding; `plan config --default` lists them"),
    },
    no_key: |name, key| {
        format!(
            "keys.{name}: no key is written {key:?}; write for example \"ctrl-d\", \"alt-left\", \"G\", \"f5\""
        )
    },
    bound_twice: |key, one, other| {
        format!("keys: {key} is bound to both {one} and {other}; give one of them another key")
    },
    syntax: |message| format!("not TOML: {message}"),
    utf8: "not UTF-8; save it as UTF-8",
};

const ZH: Config = Config {
    head: "plan 的设置。以 # 开头的行不起作用，各行写的是默认值。\n\
           命令行选项优先于环境变量，环境变量优先于本文件。",
    data: "要打开的规划；不写则用内置的规划。相对路径从本文件所在目录算起。",
    overlays: "叠加在规划之上的文件：本单位的分工、条目和名称。",
    lang: "名称和界面的语言：en、zh 或 both（名称用双语）。",
    theme: "配色：auto、dark、light、contrast 或 mono。",
    ascii: "只用 ASCII 字符绘制。",
    mouse: "使用鼠标（按住 Shift 仍可用终端自己的选择）。",
    ambiguous: "“ ”等字符在终端上的宽度：narrow（一列）或 wide（两列）。",
    idle: "闲置多少分钟后结束；0 表示永不。",
    keys: "自定义按键：动作 = \"键\" 或 [\"键\", …]；[] 表示取消。",
    flag: "选项",
    environment: "环境变量",
    locale: "区域设置",
    file: "文件",
    default: "默认",
    shipped: "内置",
    none: "无",
    kiosk: "公用终端模式：不读环境变量，也不读设置文件",
    unknown_near: |key, near| format!("没有“{key}”这一项；是否为“{near}”？"),
    unknown: |key, known| format!("没有“{key}”这一项；可用的有 {known}"),
    bad_value: |key, value, known| format!("{key} 不能是 {value}；可以是 {known}"),
    a_string: "加引号的文字",
    strings: "文字的列表",
    a_bool: "true 或 false",
    minutes: "0 到 100000 的分钟数",
    a_table: "形如 quit = \"q\" 的表",
    no_binding: |name, near| match near {
        Some(near) => format!("keys.{name}：没有这个动作；是否指 {near}？"),
        None => format!("keys.{name}：没有这个动作；plan config --default 列出全部动作"),
    },
    no_key: |name, key| {
        format!(
            "keys.{name}：没有写作 {key:?} 的键；写法如 \"ctrl-d\"、\"alt-left\"、\"G\"、\"f5\""
        )
    },
    bound_twice: |key, one, other| {
        format!("keys：{key} 同时对应 {one} 和 {other}；请给其中一个换键")
    },
    syntax: |_| "不是有效的 TOML 格式；文字须加英文引号，多个值写成 [\"…\", \"…\"]".to_owned(),
    utf8: "不是 UTF-8 编码；请另存为 UTF-8",
};

/// The words about settings in `lang`.
#[must_use]
pub fn config(lang: Lang) -> &'static Config {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}
