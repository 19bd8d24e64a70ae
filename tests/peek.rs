mod ui;
use plan::model::Lang;
use ui::Ui;
#[test]
fn peek() {
    let keys = std::env::var("KEYS").unwrap_or_default();
    let size = std::env::var("SIZE").unwrap_or("80x24".into());
    let (w, h) = size.split_once('x').unwrap();
    let lang = if std::env::var("ZH").is_ok() {
        Lang::Zh
    } else {
        Lang::En
    };
    let ui = Ui::in_lang(w.parse().unwrap(), h.parse().unwrap(), lang).press(&keys);
    println!("{}", ui.frame());
}
