//! `glane pack`: the excerpts of a session, in a document to hand out.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use glane_dossier::{Dossier, Pack, Recipe, Standing, Timing, refresh};
use glane_index::Index;
use glane_query::Filters;
use glane_render::{counted, text};

use crate::args::{Global, PackArgs};
use crate::exit::Exit;
use crate::handout::{self, Beside};
use crate::open::open_or_build;
use crate::streams::Streams;

/// The longest session, in minutes: a week.
const LONGEST: u64 = 7 * 24 * 60;

/// Chooses excerpts, or takes those of a file, and writes them.
pub(crate) fn run(global: &Global, args: &PackArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let mut dossier = match &args.from {
        Some(path) => again(global, args, path, streams)?,
        None => match chosen(global, args, streams)? {
            Some(dossier) => dossier,
            None => return Ok(Exit::Nothing),
        },
    };
    if let Some(title) = &args.title {
        dossier.rename(title);
    }
    handout::write(&dossier, &args.file, Beside::Dossier, streams)?;
    if !handout::is_stdout(&args.file) {
        streams.answer(|out| text::dossier(&dossier, streams.style(), out))?;
    }
    Ok(Exit::Done)
}

/// The best excerpts; `None` where nothing answers.
fn chosen(global: &Global, args: &PackArgs, streams: &Streams) -> anyhow::Result<Option<Dossier>> {
    let recipe = recipe(args)?;
    let index = open_or_build(global, streams)?;
    let Pack { mut dossier, passed, partial, total, notes } = glane_dossier::pack(&index, &recipe)?;
    notes.iter().for_each(|note| streams.say(&format!("Note : {note}")));
    if dossier.excerpts.is_empty() {
        streams.say(&match total {
            0 => "Rien ne répond à cette requête : aucun document n'a été écrit.".to_owned(),
            _ => format!("Aucun extrait ne convient : {}.", text::passed(&passed)),
        });
        return Ok(None);
    }
    if partial > 0 {
        let told = counted(partial, "extrait vient d'une section", "extraits viennent de sections");
        streams.say(&format!("{told} où manque un mot de la requête."));
    }
    if dossier.excerpts.len() < recipe.most && passed != glane_dossier::Passed::default() {
        streams.say(&format!("Sections laissées de côté : {}.", text::passed(&passed)));
    }
    dossier.rename(&title(&recipe.query));
    Ok(Some(dossier))
}

fn recipe(args: &PackArgs) -> anyhow::Result<Recipe> {
    let (query, filters) = (args.query.join(" "), args.filters.read());
    if query.trim().is_empty() && filters == Filters::default() {
        bail!(
            "la requête est vide : écrire au moins un mot, par exemple « glane pack \"accueil des \
             usagers\" -o seance.docx », ou une restriction comme --keyword"
        );
    }
    if args.max == 0 {
        bail!("--max 0 ne garderait aucun extrait");
    }
    let discussion =
        args.discussion.map_or(Ok(Timing::DISCUSSION), |time| minutes(time, "--discussion"))?;
    let minutes = args.duration.map(|time| minutes(time, "--duration")).transpose()?;
    let timing = Timing { minutes, words_per_minute: args.speed, discussion };
    if !timing.fits(1, 0) {
        bail!("--duration est plus court que la discussion d'un seul extrait ({discussion} min)");
    }
    Ok(Recipe { query, filters, most: args.max, timing })
}

fn minutes(time: Duration, option: &str) -> anyhow::Result<u32> {
    let minutes = time.as_secs().div_ceil(60);
    match u32::try_from(minutes) {
        Ok(minutes) if u64::from(minutes) <= LONGEST => Ok(minutes),
        _ => bail!("{option} : une semaine au plus"),
    }
}

/// The query, as a title.
fn title(query: &str) -> String {
    let query = query.trim();
    let mut letters = query.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Extraits".to_owned(),
    }
}

/// The excerpts of a file, as they were kept; what became of them in the index is said.
fn again(
    global: &Global,
    args: &PackArgs,
    path: &Path,
    streams: &Streams,
) -> anyhow::Result<Dossier> {
    if !args.query.is_empty() || args.filters.read() != Filters::default() {
        bail!("--from donne les extraits : la requête et ses restrictions sont de trop");
    }
    #[expect(clippy::disallowed_methods, reason = "the dossier is an argument, given as a file")]
    let bytes = std::fs::read(path)
        .with_context(|| format!("« {} » ne peut pas être lu", path.display()))?;
    let mut dossier =
        glane_dossier::read(&bytes).with_context(|| format!("« {} »", path.display()))?;
    // Without an index the excerpts are there all the same: they keep their words.
    if let Ok(index) = Index::open(&global.index) {
        warn(&mut dossier, &index, streams)?;
    }
    Ok(dossier)
}

/// Says which excerpts are not in the index as they were kept.
pub(crate) fn warn(dossier: &mut Dossier, index: &Index, streams: &Streams) -> anyhow::Result<()> {
    let standings = refresh(dossier, index)?;
    for (rank, (excerpt, (_, standing))) in (1..).zip(dossier.excerpts.iter().zip(standings)) {
        let told = match standing {
            Standing::Same | Standing::Moved => continue,
            Standing::Changed => "le document a changé depuis",
            Standing::Left => "le document n'est plus dans l'index",
        };
        streams.say(&format!(
            "Extrait {rank} (« {} ») : {told} ; il est gardé tel quel.",
            excerpt.title
        ));
    }
    Ok(())
}
