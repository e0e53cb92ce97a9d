//! What `--help` says beyond the options: templates, examples, exit codes.

/// clap's own template speaks English; a space stands before a French colon.
pub(crate) const TEMPLATE: &str = "\
{about-with-newline}
Utilisation : {usage}

{all-args}{after-help}
";

/// The heading of options; clap adds the colon.
pub(crate) const OPTIONS: &str = "Options ";
/// The heading of options that every command takes.
pub(crate) const GLOBAL: &str = "Options communes ";
/// The heading of arguments.
pub(crate) const ARGUMENTS: &str = "Arguments ";
/// The heading of commands.
pub(crate) const COMMANDS: &str = "Commandes ";

/// After the help of `glane`.
pub(crate) const GLANE: &str = "\
Exemples :
  glane search \"non-recours\"            cherche dans ./corpus, indexé au besoin
  glane index ~/documents/colloques     indexe un autre dossier
  glane show actes.txt#atelier-10       affiche un atelier en entier

Variables d'environnement :
  GLANE_CORPUS   le dossier des documents, à défaut de --corpus
  GLANE_INDEX    le dossier de l'index, à défaut de --index
  GLANE_DOSSIER  le fichier des extraits gardés, à défaut de --dossier
  NO_COLOR       refuse la couleur

Codes de sortie :
  0    fait, ou trouvé
  1    rien trouvé (search, kwic, count, cooc, specific)
  2    usage, configuration, lecture ou écriture : rien n'a changé
  3    partiel : publié, mais des fichiers, listés, ont échoué
  4    refusé : trop de documents seraient retirés de l'index (--accept-deletions)
  75   une autre indexation est en cours
  130, 143   interrompu : l'index est inchangé";

/// After the help of `glane index`.
pub(crate) const INDEX: &str = "\
Exemples :
  glane index                           indexe ./corpus dans ./index
  glane index ~/colloques --index /tmp/essai
  glane index --quiet --settle 30s      silencieux, sauf en cas d'échec (cron)
  glane index --dry-run                 dit ce qui serait fait : + ajouté, ~ relu, > renommé, - retiré
  glane index --rebuild                 relit tout

Seuls les fichiers qui ont changé sont lus. Un fichier ou un dossier illisible garde ce que l'index en
avait. Plus de 50 documents absents, ou plus d'un sur cinq : rien n'est fait, sauf accord donné par
--accept-deletions. Le bilan est laissé dans INDEX/last-run.json.

Formats lus : .pdf, .docx, .odt, .html, .md, .txt, et .jsonl (la sortie de « glane inspect --format
json »). Ce que contient un fichier décide, non son nom.";

/// After the help of `glane search`.
pub(crate) const SEARCH: &str = "\
Exemples :
  glane search \"non-recours\"
  glane search accueil des usagers --year 2015..2019
  glane search accueil --year 2019 --year 2023     l'une ou l'autre année
  glane search accueil --event Valmorin --sort oldest
  glane search '\"accès aux droits\"'     l'expression exacte
  glane search numérique --kind atelier --speaker Lanteri
  glane search --keyword \"aller vers\"    toutes les sections de ce mot-clé
  glane search housing rights --language en
  glane search mutualisation --format json | jq '.hits[].citation'
  glane search accueil --group document --sort date
  glane search non-recours --group passage --limit 1000 --format csv > non-recours.csv
  glane search non-recours --cite bibtex --limit 100 > non-recours.bib
  glane search --topics requetes.jsonl --group document --format trec --limit 100 > run

Dans une requête (guillemets du shell autour de l'ensemble) :
  \"aide sociale\" ou « … »    l'expression ; \"aide sociale\"~5 : à cinq mots près
  ET, OU, SAUF, ( )           AND, OR, NOT aussi ; +mot demande, -mot écarte
  préca*   logemant~   =élus  mot ouvert, à une faute près, forme exacte
  intervenant: atelier: motclé: thème: titre: type: document: événement: lieu: langue:
  année:2015..2019  avant:2018  après:03/2019
  zone:note                   là où sont les mots : note, biblio, légende, tableau, texte

Totaux et décomptes sont ceux des sections, quel que soit --group. Un document vaut ce que vaut sa
meilleure section. --sort date suit le jour de la section, sinon celui du document ; à date égale,
la pertinence ; sans date, à la fin.

Dans un fichier de requêtes, l'identifiant est « id », « qid », « query_id » ou « _id », la requête
« query », « text » ou « title ». Une ligne illisible est nommée, et rien n'est cherché.

Sort avec 0 si une section répond (à une requête au moins), 1 sinon.";

/// After the help of `glane kwic`.
pub(crate) const KWIC: &str = "\
Exemples :
  glane kwic non-recours
  glane kwic recours --except non-recours --sort R1,L1
  glane kwic '« accès aux droits »' --context 12 --year 2015..2019
  glane kwic 'logement OU hébergement SAUF jeunes' --sort date
  glane kwic non-recours --format csv --separator ';' --bom > non-recours.csv

Une occurrence est un mot (au singulier, au pluriel, au masculin ou au féminin), une expression, un
composé ou un sigle en entier ; pour \"a b\"~5, du premier au dernier mot. Les mots tapés côte à côte
valent ET : chacun est une occurrence, dans les sections qui les ont tous. OU prend ceux de chaque
côté ; SAUF écarte des sections, --except des occurrences. De deux qui se chevauchent, la première est
comptée, ou la plus longue si elles commencent ensemble. Titres et lignes d'intervenants comptent ;
sommaires, titres courants et légendes, non.

--sort : L1 à L5 (mots à gauche, L1 le plus proche), R1 à R5 (à droite), pivot, date, speaker, document,
dans l'ordre donné ; à défaut, l'ordre des documents, et les lignes viennent au fil de la lecture. Les
mots se trient sans majuscules ni accents ; ce qui n'a pas de date ou d'intervenant vient à la fin. Trier
demande de tout lire d'abord, et garde en mémoire les clés (environ 100 octets par occurrence) et au plus
48 Mo de contextes.

« start » et « end » sont des octets du texte de la section, tel que glane show ou inspect le donnent en
JSON ; « id » est le passage, que glane show affiche.

Sort avec 0 s'il y a une occurrence, 1 sinon.";

/// After the help of `glane count`.
pub(crate) const COUNT: &str = "\
Exemples :
  glane count non-recours --by year
  glane count 'accueil des usagers'     les deux mots, dans les sections qui les ont tous deux
  glane count non-recours 'accès aux droits' --by year --chart evolution.svg
  glane count recours --except non-recours --by event,kind
  glane count participation --by speaker --format csv --separator ';' --bom > participation.csv

Chaque argument est une requête : mettre celle de plusieurs mots entre guillemets. Les occurrences sont
celles de glane kwic. Les mots d'un groupe sont ceux que l'analyse y découpe, titres et lignes
d'intervenants compris, dans les limites des restrictions : « l'accès » en fait deux, « non-recours »
deux, « 12 000 » un. SAUF et ET écartent des occurrences, non des mots.

pour 10 000 : occurrences × 10 000 / mots du groupe.

spécif. : la spécificité de Lafon (loi hypergéométrique, comme dans TXM), du groupe dans l'ensemble : le
logarithme décimal de la probabilité d'avoir autant d'occurrences ou plus (+), autant ou moins (−), si
elles étaient réparties au hasard. +3 : une chance sur mille. Entre −2 et +2, ns (non significatif). À
l'intérieur de ±1000.

Le fichier SVG montre les 40 premiers groupes. Avec --separator ';', les nombres du CSV ont une virgule.

Sort avec 0 s'il y a une occurrence, 1 sinon.";

/// After the help of `glane cooc`.
pub(crate) const COOC: &str = "\
Exemples :
  glane cooc non-recours --no-stop-words
  glane cooc accueil --left 0 --right 3 --words form
  glane cooc 'accès aux droits' --in section --min 5 --format csv > cooc.csv

Colonnes : f, fois où le mot est autour de la requête ; F, dans le corpus ; attendu, ce que donnerait le
hasard, F × t / T, où t est le nombre de mots autour de la requête (chacun une fois, la requête exclue)
et T celui du corpus, dans les limites des restrictions ; log-vraisemblance de Dunning (au-delà de 10,83
: une chance sur mille) ; logDice de Rychlý, 14 au plus, indépendant de la taille du corpus ; spécificité
de Lafon, comme pour glane count. Les mots sont classés par spécificité ; les moins attendus viennent à
la fin.

Une fenêtre ne sort pas de la section, et compte tous les mots, grammaticaux compris. Tout le corpus est
lu.

Sort avec 0 s'il y a un mot, 1 sinon.";

/// After the help of `glane specific`.
pub(crate) const SPECIFIC: &str = "\
Exemples :
  glane specific --by year
  glane specific --by event --no-stop-words --limit 20
  glane specific --by speaker --part Ferrouk --format csv > ferrouk.csv

Pour chaque partie, les mots qu'elle a plus (+) ou moins (−) que sa part : ceux dont la spécificité de
Lafon atteint 2 (une chance sur cent), les plus éloignés du hasard d'abord ; f, fois dans la partie, F,
dans l'ensemble. Avec --by speaker, une section compte pour chacun de ses intervenants.

Tout le corpus est lu. Sort avec 0 s'il y a un mot, 1 sinon.";

/// After the help of `glane show`.
pub(crate) const SHOW: &str = "\
Exemples :
  glane show actes.txt#atelier-10       une section, comme search la nomme
  glane show actes.txt#atelier-10@2     son deuxième passage
  glane show actes                      un document et la liste de ses sections";

/// After the help of `glane pack`.
pub(crate) const PACK: &str = "\
Exemples :
  glane pack \"accueil des usagers\" --duration 2h -o seance.docx
  glane pack non-recours --max 6 --year 2019.. -o seance.odt --title \"Le non-recours\"
  glane pack --from seance.docx.dossier.json -o seance.html

Les meilleures sections, en phrases entières (80 à 250 mots) autour de ce qui est cherché : deux
extraits au plus d'une même personne, trois d'un même document, aucun qui en répète un autre. Le
temps compté est celui de la lecture à voix haute (180 mots par minute : Brysbaert 2019,
Trauzettel-Klosinski et Dietz 2012) et de la discussion qui suit chaque extrait.

FICHIER.dossier.json, écrit à côté, garde les extraits et la requête : --from refait le document,
même après une nouvelle indexation, et dit ce qui a changé depuis.

Sort avec 0 si le document est écrit, 1 si rien ne répond, 4 si le fichier existe déjà.";

/// After the help of `glane dossier`.
pub(crate) const DOSSIER: &str = "\
Exemples :
  glane dossier                                     les extraits gardés
  glane dossier add actes.txt#atelier-4             garde une section
  glane dossier export -o seance.docx               le document à distribuer
  glane dossier clear --force                       retire tout

Le dossier est un seul fichier, sur cette machine : celui de --dossier ou de GLANE_DOSSIER, sinon
~/.local/share/glane/dossier.json.";
/// After the help of `glane cite`.
pub(crate) const CITE: &str = "\
Exemples :
  glane cite actes.txt#atelier-10       une section, de sa première à sa dernière page
  glane cite actes.txt#atelier-10@2     son deuxième passage, à la page près
  glane cite actes.txt#atelier-10 actes.txt#cloture --cite bibtex > actes.bib

La page est le folio imprimé ; entre crochets, le document n'en imprime pas et ses pages sont comptées ;
absente, elle n'est pas connue. Une page n'est jamais devinée.

iso690 est une ligne de texte ; bibtex, ris et csl-json s'importent dans Zotero, Mendeley, JabRef… ;
les styles sont ceux du Citation Style Language, en français.";

/// After the help of `glane speakers`.
pub(crate) const SPEAKERS: &str = "\
Exemples :
  glane speakers                        toutes les personnes, les plus présentes d'abord
  glane speakers ferrouk                ses graphies, ses fonctions année par année
  glane speakers --kind plénière --year 2019 --format csv --separator ';' > pleniers.csv

Accents, casse, ordre et doubles lettres ne séparent pas deux noms ; une initiale rejoint la seule
personne dont elle est l'initiale. Sort avec 1 si personne ne convient.";

/// After the help of `glane workshops`.
pub(crate) const WORKSHOPS: &str = "\
Exemples :
  glane workshops                       tous les ateliers, par document
  glane workshops accueil --year 2019..
  glane workshops --kind plénière       les plénières ; --kind prend toute sorte de section

Sort avec 1 s'il n'y en a pas.";

/// After the help of `glane keywords`.
pub(crate) const KEYWORDS: &str = "\
Exemples :
  glane keywords                        tous les mots-clés déclarés, leurs graphies réunies
  glane keywords --with non-recours     ceux qui sont déclarés avec lui
  glane keywords droit --format csv

logDice dit combien deux mots-clés vont ensemble : 14 s'ils vont toujours ensemble, un de moins quand
ils le font deux fois moins. Sort avec 1 s'il n'y en a pas.";

/// After the help of `glane themes`.
pub(crate) const THEMES: &str = "\
Exemples :
  glane themes
  glane themes --document actes-2023 --format json

Sort avec 1 s'il n'y en a pas.";

/// After the help of `glane acronyms`.
pub(crate) const ACRONYMS: &str = "\
Exemples :
  glane acronyms                        tous les sigles développés dans les documents
  glane acronyms TZNR                   ce qu'il veut dire, et où c'est dit d'abord
  glane acronyms --format csv > sigles.csv

Un sigle qui a plusieurs sens est en conflit : une recherche le dit, et ne le développe pas. Sort avec 1
s'il n'y en a pas.";

/// After the help of `glane export`.
pub(crate) const EXPORT: &str = "\
Exemples :
  glane export --format tei -o corpus.xml               tout le corpus, en TEI P5
  glane export --format txm -o txm --year 2015..2023    un dossier XML-XTZ + CSV pour TXM
  glane export non-recours --format iramuteq -o non-recours.txt
  glane export --kind atelier --format csv --separator ';' --bom -o ateliers.csv
  glane export --format jsonl -o corpus.jsonl           à corriger, puis à indexer

Avec une requête, seules les sections que compte « glane search » sont exportées. Rien n'est remplacé
sans --force, et un fichier n'apparaît qu'une fois complet.

tei        intervenants (u who), parties (div), pages (pb) ; valide selon TEI P5
txm        un fichier XML par document, et metadata.csv ; import « XML-XTZ + CSV »
iramuteq   un texte par section, derrière **** et ses variables
csv        un passage par ligne, avec sa citation
jsonl      un document par ligne, comme « glane inspect --format json » ; réindexé, il répond pareil

Sort avec 1 si aucune section ne répond.";

/// After the help of `glane replay`.
pub(crate) const REPLAY: &str = "\
Exemples :
  glane search non-recours --year 2015.. --recipe non-recours.json
  glane replay non-recours.json         les mêmes nombres, ou ce qui a changé
  glane replay non-recours.json --format json

Une recette dit la requête telle qu'elle a été lue, les restrictions, les nombres, et l'état du corpus :
génération, règles d'analyse, version, empreinte de chaque fichier. kwic, count et export en écrivent aussi.
Sort avec 0 si les nombres sont les mêmes, 1 sinon.";

/// After the help of `glane inspect`.
pub(crate) const INSPECT: &str = "\
Exemples :
  glane inspect corpus/actes.txt
  glane inspect corpus --format json > corpus.jsonl

Un fichier « actes.glane.toml » à côté de « actes.txt » corrige ce qui a été trouvé.
Ses champs portent les noms de --format json ; le README en donne un exemple.";

/// After the help of `glane analyze`.
pub(crate) const ANALYZE: &str = "\
Exemples :
  glane analyze \"l'accès des agent·es\"
  glane analyze non-recours --format json
  glane analyze \"access to public services\" --language en";

/// After the help of `glane explain`.
pub(crate) const EXPLAIN: &str = "\
Exemples :
  glane explain non-recours
  glane explain 'préca* SAUF logement' --format json";

/// After the help of `glane status`.
pub(crate) const STATUS: &str = "\
Exemples :
  glane status
  glane status -v                       et les documents qui n'ont pas pu être lus
  glane status --index /srv/glane/index --format json
  glane status --max-age 36h            pour une sonde : 0 si l'index est à jour, 2 sinon";

/// After the help of `glane serve`.
pub(crate) const SERVE: &str = "\
Exemples :
  glane serve                           puis ouvrir http://127.0.0.1:7878/ dans un navigateur
  glane serve --open                    ouvre le navigateur
  glane serve --port 8080 --index /srv/glane/index

S'arrête avec Ctrl + C. Un index refait pendant ce temps est pris aussitôt, sans relancer.

Rien ne sort de la machine. Avec --bind, d'autres machines peuvent lire tout ce que contient l'index :
il n'y a ni mot de passe, ni chiffrement.";
