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
  NO_COLOR       refuse la couleur

Codes de sortie :
  0    fait, ou trouvé
  1    rien trouvé (search)
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
  glane search '\"accès aux droits\"'     l'expression exacte
  glane search numérique --kind atelier --speaker Lanteri
  glane search --keyword \"aller vers\"    toutes les sections de ce mot-clé
  glane search housing rights --language en
  glane search mutualisation --format json | jq '.hits[].citation'
  glane search accueil --group document --sort date
  glane search non-recours --group passage --limit 1000 --format csv > non-recours.csv
  glane search --topics requetes.jsonl --group document --format trec --limit 100 > run

Dans une requête (guillemets du shell autour de l'ensemble) :
  \"aide sociale\" ou « … »    l'expression ; \"aide sociale\"~5 : à cinq mots près
  ET, OU, SAUF, ( )           AND, OR, NOT aussi ; +mot demande, -mot écarte
  préca*   logemant~   =élus  mot ouvert, à une faute près, forme exacte
  intervenant: atelier: motclé: thème: titre: type: document: lieu: langue:
  année:2015..2019  avant:2018  après:03/2019

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

/// After the help of `glane show`.
pub(crate) const SHOW: &str = "\
Exemples :
  glane show actes.txt#atelier-10       une section, comme search la nomme
  glane show actes                      un document et la liste de ses sections";

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
