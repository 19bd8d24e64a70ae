//! The words about settings: what each key of the configuration file means, where a value comes
//! from, what is wrong with one.

use super::strings;
use crate::model::Lang;

strings! {
    pub Config config

    /// Stands at the top of the file that `plan config --default` prints.
    head: "Settings of plan. Lines that begin with # have no effect; each shows the default.\n\
           Options on the command line override the environment, which overrides this file."
        / "plan 的设置。以 # 开头的行不生效，各行所写为默认值。\n\
           命令行选项优先于环境变量，环境变量优先于本文件。",
    data: "The plan to open (default: the built-in one). Relative to this file."
        / "要打开的规划（默认为内置规划）。相对路径以本文件所在目录为准。",
    overlays: "Files with your office's own data, added on top of the plan."
        / "叠加的本单位数据文件。",
    lang: "Language of names and interface: en, zh or both (names in both)."
        / "名称和界面的语言：en、zh 或 both（名称用双语）。",
    theme: "Theme: auto, dark, light, contrast or mono." / "主题：auto、dark、light、contrast 或 mono。",
    ascii: "ASCII only." / "仅使用 ASCII 字符。",
    mouse: "Use the mouse (Shift keeps the terminal's own selection)."
        / "使用鼠标（按住 Shift 仍可用终端自带的选取功能）。",
    ambiguous: "Width of characters such as “ ” on your terminal: narrow or wide."
        / "“ ”等字符在终端上的宽度：narrow（一列）或 wide（两列）。",
    idle: "Exit after this many idle minutes; 0: never." / "空闲达到此分钟数后退出；0 表示不退出。",
    keys: "Keys. preset: \"typing\" (letters search, Space is the menu) or \"vim\" (letters are commands);\n\
           keys = \"vim\" instead of this table is short for it. Then your own: action = \"key\" or\n\
           [\"key\", …]; \"space w\" is a letter of the menu; [] removes the keys."
        / "按键。preset：\"typing\"（字母即查询，空格为菜单）或 \"vim\"（字母为命令）；只选一套时可不写本表，\n\
           写 keys = \"vim\" 即可。其后为自定义按键：动作 = \"键\" 或 [\"键\", …]；\n\
           \"space w\" 是菜单中的字母；[] 表示取消。",
    preset: "The key set to start from." / "起始的一套按键。",
    flag: "command line" / "命令行选项",
    /// Given by a variable, whose name follows.
    environment: "environment" / "环境变量",
    locale: "locale" / "区域设置",
    file: "file" / "文件",
    /// Given nowhere.
    default: "default" / "默认值",
    /// The compiled-in plan.
    shipped: "built in" / "内置",
    /// No value.
    none: "none" / "无",
    kiosk: "kiosk mode: no environment variables or configuration file are read"
        / "公用终端模式：不读取环境变量和配置文件",
    unknown_near(key: &str, near: &str): "unknown setting \"{key}\"; did you mean \"{near}\"?"
        / "没有设置项“{key}”；是否为“{near}”？",
    unknown(key: &str, known: &str): "unknown setting \"{key}\"; settings: {known}"
        / "没有设置项“{key}”；可用：{known}",
    bad_value(key: &str, value: &str, known: &str): "{key} cannot be {value}; it can be {known}"
        / "{key} 的值 {value} 无效；可用：{known}",
    a_string: "a string in quotes" / "加引号的文本",
    strings: "a list of strings" / "文本列表",
    a_bool: "true or false" / "true 或 false",
    minutes: "a number of minutes from 0 to 100000" / "0 到 100000 的分钟数",
    a_table: "\"typing\", \"vim\" or a table such as quit = \"ctrl-q\"" / "\"typing\"、\"vim\" 或形如 quit = \"ctrl-q\" 的表",
    no_binding(name: &str, near: Option<&str>): match near {
        Some(near) => "keys.{name}: unknown action; did you mean {near}?"
            / "keys.{name}：没有这个动作；是否为 {near}？",
        None => "keys.{name}: unknown action; plan config --default lists all"
            / "keys.{name}：没有这个动作；plan config --default 列出全部动作",
    },
    no_key(name: &str, key: &str): "keys.{name}: unknown key {key:?}; write for example \"ctrl-d\", \"alt-left\", \"G\", \"f5\""
        / "keys.{name}：没有按键 {key:?}；写法如 \"ctrl-d\"、\"alt-left\"、\"G\"、\"f5\"",
    typed_text(name: &str, key: &str): "keys.{name}: {key:?} is now used for typing; write \"space {key}\", or set keys = \"vim\""
        / "keys.{name}：{key:?} 现在是输入的文字；请写作 \"space {key}\"，或设 keys = \"vim\"",
    bound_twice(key: &str, one: &str, other: &str): "keys: {key} is bound to both {one} and {other}; give one of them another key"
        / "keys：{key} 同时对应 {one} 和 {other}；请为其中一个另设按键",
    syntax(message: &str): "invalid TOML: {message}"
        / "不是有效的 TOML 格式；文本须加英文引号，多个值写成 [\"…\", \"…\"]",
    utf8: "not UTF-8; save it as UTF-8" / "不是 UTF-8 编码；请另存为 UTF-8",
}
