//! Why a file cannot be read: its name, what is wrong, what to do.

use super::strings;
use crate::model::Lang;

strings! {
    pub Files files

    missing(path: &str): "{path}: does not exist; check the name" / "{path}：不存在；请检查名称",
    forbidden(path: &str): "{path}: permission denied; check its permissions" / "{path}：无权读取；请检查权限",
    a_loop(path: &str): "{path}: is a broken link; check it" / "{path}：链接无效；请检查",
    directory(path: &str): "{path}: is a directory; name a file" / "{path}：是目录；请指定文件",
    terminal(path: &str): "{path}: is a terminal; name a file, or pipe one in" / "{path}：是终端；请指定文件，或用管道输入",
    no_stdin(path: &str): "{path}: standard input is not read in kiosk mode; name a regular file"
        / "{path}：公用终端模式下不读取标准输入；请指定普通文件",
    closed(path: &str): "{path}: is closed; name a file, or pipe one in" / "{path}：已关闭；请指定文件，或用管道输入",
    silent(path: &str, seconds: u64): "{path}: too little input within {seconds} s; check the program that writes to this pipe"
        / "{path}：{seconds}秒内输入过少；请检查向此管道写入的程序",
    special(path: &str): "{path}: is not a regular file; name a regular file" / "{path}：不是普通文件；请指定普通文件",
    large(path: &str, limit: &str): "{path}: is larger than {limit}; name a smaller file"
        / "{path}：超过{limit}；请指定较小的文件",
    large_but(path: &str, limit: &str, flag: &str): "{path}: is larger than {limit}; allow more with {flag}"
        / "{path}：超过{limit}；可用 {flag} 放宽",
    changing(path: &str): "{path}: changed while being read; try again" / "{path}：读取时文件有变动；请重试",
    other(path: &str, why: &str): "{path}: cannot be read: {why}; check it" / "{path}：无法读取（{why}）；请检查",
}
