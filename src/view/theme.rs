//! Styles by role: the only place that knows colours. The first theme uses the terminal's own
//! foreground and background and few of its sixteen colours, so it reads on dark and on light; the
//! mono theme tells everything by bold, underline and reverse.

use std::sync::LazyLock;

use ratatui::style::{Color, Modifier, Style};

use crate::app::Colours;
use crate::describe::TextRole;

/// How each role looks.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Its name, as in the configuration file.
    pub name: &'static str,
    /// The screen's ground.
    pub base: Style,
    /// What matters most: names, the answer.
    pub strong: Style,
    /// What may be overlooked.
    pub quiet: Style,
    /// Labels and lines.
    pub label: Style,
    /// The one accent: the prompt, the chosen tab, links.
    pub accent: Style,
    /// What of a text matches the query.
    pub hit: Style,
    /// The row under the cursor, where the keys are.
    pub cursor: Style,
    /// The row under the cursor, where the keys are not.
    pub idle_cursor: Style,
    /// What warns: that something is late. Nothing else is in its colour.
    pub warn: Style,
    /// What comes from an overlay.
    pub ours: Style,
    /// Bars.
    pub bar: Style,
    /// Signs of kinds, in the order of the file, over and over: calm colours, for a kind is no news.
    pub kinds: [Style; 6],
}

const PLAIN: Style = Style::new();
const BOLD: Style = Style::new().add_modifier(Modifier::BOLD);

const fn fg(color: Color) -> Style {
    Style::new().fg(color)
}

const fn bold(color: Color) -> Style {
    Style::new().fg(color).add_modifier(Modifier::BOLD)
}

const fn rgb(hex: u32) -> Color {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color::Rgb(red, green, blue)
}

/// The themes, in the order in which a key steps through them.
pub static THEMES: &[Theme] = &[AUTO, DARK, LIGHT, CONTRAST, MONO];

/// The same with the nearest of 256 colours.
static INDEXED: LazyLock<Vec<Theme>> =
    LazyLock::new(|| THEMES.iter().map(Theme::indexed).collect());

const AUTO: Theme = Theme {
    name: "auto",
    base: PLAIN,
    strong: BOLD,
    quiet: Style::new().add_modifier(Modifier::DIM),
    label: Style::new().add_modifier(Modifier::DIM),
    accent: bold(Color::Cyan),
    hit: bold(Color::Magenta).add_modifier(Modifier::UNDERLINED),
    cursor: Style::new().add_modifier(Modifier::REVERSED),
    idle_cursor: BOLD,
    warn: fg(Color::Red),
    ours: fg(Color::Green),
    bar: fg(Color::Cyan),
    kinds: [
        PLAIN,
        PLAIN,
        fg(Color::Cyan),
        fg(Color::LightBlue),
        PLAIN,
        fg(Color::Magenta),
    ],
};

const DARK: Theme = Theme {
    name: "dark",
    base: fg(rgb(0x00d8_dee9)).bg(rgb(0x001c_2128)),
    strong: bold(rgb(0x00ff_ffff)),
    quiet: fg(rgb(0x009a_a5b4)),
    label: fg(rgb(0x009a_a5b4)),
    accent: bold(rgb(0x0079_c0ff)),
    hit: bold(rgb(0x00ff_d866)).add_modifier(Modifier::UNDERLINED),
    cursor: fg(rgb(0x00ff_ffff))
        .bg(rgb(0x0030_4d75))
        .add_modifier(Modifier::BOLD),
    idle_cursor: fg(rgb(0x00ff_ffff)).bg(rgb(0x002d_333b)),
    warn: fg(rgb(0x00ff_b454)),
    ours: fg(rgb(0x008d_db8c)),
    bar: fg(rgb(0x0079_c0ff)),
    kinds: [
        fg(rgb(0x00a9_b8cc)),
        fg(rgb(0x00b6_bdf2)),
        fg(rgb(0x0076_e3ea)),
        fg(rgb(0x0091_b4f8)),
        fg(rgb(0x00c0_b7dc)),
        fg(rgb(0x00d2_a8ff)),
    ],
};

const LIGHT: Theme = Theme {
    name: "light",
    base: fg(rgb(0x001f_2328)).bg(rgb(0x00ff_ffff)),
    strong: bold(rgb(0x0000_0000)),
    quiet: fg(rgb(0x0057_606a)),
    label: fg(rgb(0x0057_606a)),
    accent: bold(rgb(0x0009_50ae)),
    hit: bold(rgb(0x0095_3800)).add_modifier(Modifier::UNDERLINED),
    cursor: fg(rgb(0x00ff_ffff))
        .bg(rgb(0x0009_50ae))
        .add_modifier(Modifier::BOLD),
    idle_cursor: fg(rgb(0x0000_0000)).bg(rgb(0x00dd_e3ea)),
    warn: fg(rgb(0x008a_4600)),
    ours: fg(rgb(0x0011_6329)),
    bar: fg(rgb(0x0009_50ae)),
    kinds: [
        fg(rgb(0x0045_566b)),
        fg(rgb(0x0046_4da3)),
        fg(rgb(0x0000_5f6b)),
        fg(rgb(0x0009_50ae)),
        fg(rgb(0x005d_4f80)),
        fg(rgb(0x0070_3ab5)),
    ],
};

const CONTRAST: Theme = Theme {
    name: "contrast",
    base: fg(rgb(0x00ff_ffff)).bg(rgb(0x0000_0000)),
    strong: bold(rgb(0x00ff_ffff)),
    quiet: fg(rgb(0x00e0_e0e0)),
    label: fg(rgb(0x00e0_e0e0)),
    accent: bold(rgb(0x0000_ffff)),
    hit: bold(rgb(0x00ff_ff00)).add_modifier(Modifier::UNDERLINED),
    cursor: fg(rgb(0x0000_0000))
        .bg(rgb(0x00ff_ff00))
        .add_modifier(Modifier::BOLD),
    idle_cursor: fg(rgb(0x0000_0000)).bg(rgb(0x00ff_ffff)),
    warn: bold(rgb(0x00ff_c000)),
    ours: bold(rgb(0x0000_ff80)),
    bar: fg(rgb(0x0000_ffff)),
    kinds: [fg(rgb(0x00ff_ffff)); 6],
};

const MONO: Theme = Theme {
    name: "mono",
    base: PLAIN,
    strong: BOLD,
    quiet: PLAIN,
    label: PLAIN,
    accent: BOLD,
    hit: Style::new()
        .add_modifier(Modifier::BOLD)
        .add_modifier(Modifier::UNDERLINED),
    cursor: Style::new().add_modifier(Modifier::REVERSED),
    idle_cursor: BOLD,
    warn: BOLD,
    ours: Style::new().add_modifier(Modifier::UNDERLINED),
    bar: PLAIN,
    kinds: [PLAIN; 6],
};

impl Theme {
    /// The theme with a number; numbers go round.
    #[must_use]
    pub fn numbered(number: usize) -> &'static Theme {
        THEMES
            .get(number % THEMES.len())
            .expect("a number within the themes")
    }

    /// The theme with a number as a terminal with these colours can show it: with the nearest ones
    /// of 256; where there are few, in the terminal's own.
    #[must_use]
    pub fn shown(number: usize, colours: Colours) -> &'static Theme {
        let theme = Theme::numbered(number);
        match (theme.base.bg, colours) {
            (None, _) | (_, Colours::Rgb) => theme,
            (Some(_), Colours::Indexed) => INDEXED.get(number % INDEXED.len()).unwrap_or(theme),
            (Some(_), Colours::Few) => Theme::numbered(0),
        }
    }

    fn indexed(&self) -> Theme {
        let near = |style: Style| Style {
            fg: style.fg.map(nearest),
            bg: style.bg.map(nearest),
            ..style
        };
        Theme {
            name: self.name,
            base: near(self.base),
            strong: near(self.strong),
            quiet: near(self.quiet),
            label: near(self.label),
            accent: near(self.accent),
            hit: near(self.hit),
            cursor: near(self.cursor),
            idle_cursor: near(self.idle_cursor),
            warn: near(self.warn),
            ours: near(self.ours),
            bar: near(self.bar),
            kinds: self.kinds.map(near),
        }
    }

    /// The number of the theme with a name.
    #[must_use]
    pub fn number(name: &str) -> Option<usize> {
        THEMES.iter().position(|theme| theme.name == name)
    }

    /// How a role of a page looks.
    #[must_use]
    pub fn tone(&self, role: TextRole) -> Style {
        match role {
            TextRole::Plain => PLAIN,
            TextRole::Name | TextRole::Body => self.strong,
            TextRole::Quiet | TextRole::Track => self.quiet,
            TextRole::Label | TextRole::Doubt => self.label,
            TextRole::Id(kind) => self.kind(kind),
            TextRole::Warn => self.warn,
            TextRole::Ours => self.ours,
            TextRole::Bar => self.bar,
        }
    }

    /// How a role looks within a row: one with a ground of its own keeps its colour, for that of the
    /// role was chosen for the screen's ground.
    #[must_use]
    pub fn over(&self, row: Style, role: Style) -> Style {
        let usual = row.bg.is_none() || row.bg == self.base.bg;
        let fg = if usual { role.fg.or(row.fg) } else { row.fg };
        Style {
            fg,
            ..row.patch(role)
        }
    }

    /// The sign of a kind, by its place in the file; from 250 on stand plan, bodies, documents.
    fn kind(&self, place: u8) -> Style {
        if place >= 250 {
            return PLAIN;
        }
        let place = usize::from(place) % self.kinds.len();
        self.kinds.get(place).copied().unwrap_or_default()
    }
}

/// The steps of each channel in the cube of xterm's colours.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The nearest of xterm's 256 colours, of its cube or its greys; the first sixteen are everybody's
/// own.
fn nearest(color: Color) -> Color {
    let Color::Rgb(red, green, blue) = color else {
        return color;
    };
    let wanted = [red, green, blue];
    let far = |n: &u8| -> u32 {
        let apart = unpacked(*n).into_iter().zip(wanted);
        apart
            .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
            .sum()
    };
    Color::Indexed((16..=255).min_by_key(far).unwrap_or(16))
}

/// What one of the colours from 16 on looks like.
fn unpacked(n: u8) -> [u8; 3] {
    if n >= 232 {
        return [8 + 10 * (n - 232); 3];
    }
    let n = n.saturating_sub(16);
    [n / 36, n / 6 % 6, n % 6].map(|step| STEPS.get(usize::from(step)).copied().unwrap_or(0))
}
