//! How the themes look.

use plan::app::Colours;
use plan::i18n::screen::screen;
use plan::model::Lang;
use plan::view::theme::{THEMES, Theme};
use ratatui::style::{Color, Style};

/// What one of xterm's 256 colours looks like.
fn unpacked(n: u8) -> [u8; 3] {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    match n {
        0..16 => panic!("the first sixteen are the terminal's own"),
        232.. => [8 + 10 * (n - 232); 3],
        _ => [(n - 16) / 36, (n - 16) / 6 % 6, (n - 16) % 6].map(|step| STEPS[usize::from(step)]),
    }
}

fn luminance(color: Color) -> f64 {
    let [red, green, blue] = match color {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(n) => unpacked(n),
        other => panic!("its looks are unknown: {other:?}"),
    };
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// WCAG 2 contrast of two colours.
fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_pair_of_colours_can_be_read() {
    let colours = [Colours::Rgb, Colours::Indexed];
    let coloured = (1..4).flat_map(|number| colours.map(|colours| Theme::shown(number, colours)));
    for theme in coloured {
        let ground = theme.base.bg.unwrap();
        let roles = [
            theme.base,
            theme.strong,
            theme.quiet,
            theme.label,
            theme.accent,
            theme.hit,
            theme.cursor,
            theme.idle_cursor,
            theme.warn,
            theme.ours,
            theme.bar,
        ];
        let within = [theme.base, theme.cursor, theme.idle_cursor];
        let within = within.iter().flat_map(|&row| {
            let within = roles.iter().filter(|role| role.bg.is_none());
            within.map(move |&role| theme.over(row, role))
        });
        for style in roles.into_iter().chain(theme.kinds).chain(within) {
            let (front, back) = (style.fg.unwrap(), style.bg.unwrap_or(ground));
            assert!(
                contrast(front, back) >= 4.5,
                "{}: {front:?} on {back:?}",
                theme.name
            );
        }
    }
}

/// Labels, matches and the chosen row differ from plain text in each theme, and late alone warns.
#[test]
fn what_has_to_be_seen_looks_different() {
    for theme in THEMES {
        for (style, name) in [
            (theme.hit, "match"),
            (theme.cursor, "cursor"),
            (theme.strong, "name"),
            (theme.accent, "accent"),
        ] {
            assert_ne!(style, theme.base, "{name} in {}", theme.name);
        }
        assert_ne!(theme.hit, theme.strong.patch(theme.base), "{}", theme.name);
        assert!(
            !theme.kinds.contains(&theme.warn),
            "a kind in the colour of a warning in {}",
            theme.name
        );
        let red = |style: &Style| {
            style.fg.is_some_and(|colour| match colour {
                Color::Red | Color::LightRed => true,
                Color::Rgb(red, green, blue) => red > 150 && green < 120 && blue < 120,
                _ => false,
            })
        };
        assert!(!theme.kinds.iter().any(red), "{}", theme.name);
    }
}

#[test]
fn every_theme_has_a_word() {
    let said = screen(Lang::En).themes;
    let names: Vec<&str> = THEMES.iter().map(|theme| theme.name).collect();
    assert_eq!(names, said);
}

#[test]
fn the_mono_theme_has_no_colour() {
    let mono = Theme::number("mono").map(Theme::numbered);
    let written = format!("{:?}", mono.expect("it is there"));
    assert!(!written.contains("Some("), "{written}");
}
