//! First names borne in France, folded: what tells `Nadia Ferrouk` from `Conseil Départemental`.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::words::fold;

static SET: LazyLock<HashSet<&str>> = LazyLock::new(|| NAMES.split_whitespace().collect());

/// Whether a word is a first name, or a compound that starts with one: `Anne-Laure`.
pub(crate) fn is_first_name(word: &str) -> bool {
    let folded = fold(word);
    let first = folded.split('-').next().unwrap_or_default();
    SET.contains(folded.as_str()) || (folded.contains('-') && SET.contains(first))
}

const NAMES: &str = "
aaron achille abdel abdelaziz abdelkader abdelkrim abdellah abdou abdoulaye abel abigail achille achraf adam adama adel adele
adelaide adeline adil adrian adriana adrien adrienne agathe agnes ahmed aicha aida aime aimee aissata aissatou alain
alan alban albane albert alberto albertine alessandro alex alexandra alexandre alexandrine alexia alexis alfred ali
alice alicia alienor alina aline alioune alison alix aloise alois aloys alphonse alvaro alya amadou amal amanda
amandine amar amaury ambre ambroise amel amelie amina aminata amine amir amira anabelle anael anais anas anastasia
anatole andre andrea andree ange angela angele angeline angelique anglade anis anissa anita ann anna annabelle annaelle
anne anneliese annette annick annie anouar anouk anselme anthony antoine antoinette anton antonella antonia antonin
antonio antony apolline apollinaire arianne ariane ariel arielle aristide arlette armand armande armel armelle arnaud
arsene arthur assa assia astrid athena aubin aude audrey auguste augustin augustine aurelia aurelie aurelien aurelle
aurore axel axelle aymeric aziz aziza baptiste baptistine barbara bartholome basile bastien beatrice beatrix belinda
benedict benedicte benjamin benoit benoite berangere berenice bernadette bernard bernardin bernadin berthe bertille
bertrand bettina bilal blaise blanche blandine bleuenn boris boubacar brahim brandon brice brieuc brigitte bruno
calixte camelia camille candice capucine carine carl carla carlos carmen carole carolina caroline cassandra cassandre
catherine cathy cecile cecilia cedric celeste celestin celestine celia celian celine cendrine cesar chahinez chantal
charlene charles charley charlie charlotte chiara chloe chris christel christele christelle christian christiane
christiann christina christine christophe christopher cindy claire clara clarisse claude claudette claudia claudie
claudine clea clelia clemence clement clementine cleo clothilde clotilde colette colin coline constance constant
constantin coralie coraline corentin corine corinne cornelia cosima cyprien cyriaque cyril cyrille cyrine dalila damien
dan dana daniel daniele daniella danielle danny daphne daria dario david dayana deborah delia delphin delphine denis
denise desire desiree diana diane didier dimitri dina djamel djamila djibril dolores dominique domitille donatien
donato dorian dorine doris dorothee dylan edgar edith edmee edmond edouard eddy edwige elea eleonore elena eli elia
eliane elias elie eliette elina eline elisa elisabeth elise elizabeth ella ellen elodie eloi eloise elsa elvira elvire
elyes emanuel emeline emeric emile emilia emilie emilien emilienne emma emmanuel emmanuelle enguerrand enora enrique
enzo eric erica erik erika ernest erwan erwann esteban estelle esther etienne eudes eugene eugenie eulalie eva evan eve
evelyne ewen fabien fabienne fabio fabrice fadela fadi fadila faical faiza fanny fanta farah farid farida fatiha fatima
fatma fatou fatoumata faustin faustine felicia felicie felicien felicite felix ferdinand fernand fernande fernando
fiona firmin flavie flavien fleur flora florence florent florentin florestan florian floriane florine france francesca
francesco francine francis francisco franck francky francois francoise frank franz fred frederic frederick frederique
gabin gabriel gabriela gabriele gabrielle gael gaelle gaetan gaetane garance gaspard gaston gauthier gautier
genevieve geoffrey geoffroy georges georgette georgia gerald geraldine gerard germain germaine gersende ghislain
ghislaine gilbert gilberte gildas gilles gillian gina ginette giovanni gisele gladys gloria godefroy gontran gonzague
grace graziella greg gregoire gregory guenaelle guenole guillaume guillemette gustave guy gwenael gwenaelle gwenn
gwendal gwendoline gwladys habib habiba hadrien hafid hafida hakim hakima halima hamid hamza hanna hannah harmonie
harold harry hassan hatem hector helena helene helga heloise henri henriette henry herbert hermann hermine herve
hicham hilaire hind hippolyte hocine hoda honore horace hortense houda houria hubert hugo hugues huguette ian ibrahim
ibrahima ibtissem ida idir idriss ignace igor ikram ilan ileana ilhem ilona ilse ilyes imane imene ines ingrid irena
irene iris irma isaac isabel isabella isabelle isadora isidore isis ismael issa iseult ivan ivana jacinthe jack jackie
jacky jacob jacqueline jacques jade jamal jamel james jamila jan jana jane janine jason jasmine javier jean jeanine
jeanne jeannine jeff jennifer jenny jeremie jeremy jerome jessica jessy jihane jim joachim joan joana joanna joanne
joaquim jocelyn jocelyne joe joel joelle joffrey johan johana johann johanna johanne john johnny jonas jonathan jordan
jorge jose josee joseph josepha josephine josette joshua josiane josselin jovial joyce juan judicael judith jules julia
julian juliana julie julien julienne juliette julio june justin justine kader kamal kamel karen karima karim karin
karine karl katarina kate katell katia katie katrine katy kelly kenny kenza kerian kevin khadija khadidja khaled khalid
kim kossi krystel laetitia laila laila lamia lara larissa laszlo latifa laura laure laureen laureline laurence laurene
laurent laurette laurie laurine lea leana leandre leandro leila lena lenaic lenaig leo leon leonard leonardo leonce
leone leonie leonor leonore leontine leopold leopoldine leslie lesly leyla lia liam lila lilas lili lilia lilian
liliane lilly lily lina linda line lionel lisa lisbeth lise lison lizzie loic loick lois lola loic lorena lorene
lorenzo loris lorraine lou louane louis louisa louise louison louna luc luca lucas luce lucette lucia lucie lucien
lucienne lucile lucille lucrece ludivine ludmila ludovic luigi luis luisa lydia lydie lyna lyse madeleine madison
mado mael maelle maelys magali magalie magda magdalena magid magloire maguy mahamadou mahaut maia maite majid malek
malick malik malika malo malvina mamadou manel manon manuel manuela mara marc marceau marcel marcelin marceline
marcelle marcelline marco marcus margaret margarita margaux margot marguerite maria mariama mariam marianna marianne
marie marielle marietta marilyn marilyne marin marina marine mario marion marius marjolaine marjorie marlene marta
martha marthe martial martin martina martine martyna maryam maryline maryse maryvonne matheo mathias mathieu mathilde
mathis mathurin matteo matthias matthieu matthis maud maude maureen maurice mauricette max maxence maxime maximilien
maya mederic medhi mehdi melaine melanie melina melinda meline melissa melody melusine mercedes meriem merlin meryem
michael michel michele micheline michelle mickael miguel mikael mila milan milena mireille miriam mohamed mohammed
moise molly mona mongi monica monika monique morgan morgane mouloud mounia mounir mourad moussa moustapha muriel
murielle mustapha mylene myriam nabil nabila nacer nacera nadege nadia nadine nadir nael naima najat nancy naomi nasser
natacha natalia natalie natasha nathalie nathan nathanael nathanaelle nawal nazim neila nelly nelson nestor nicholas
nick nicolas nicole nicoletta nils nina nino noa noah noel noelie noeline noella noelle noemie nolwenn nora norah
norbert noree norma nour noura nouria octave octavie odette odile odilon olga olive oliver olivia olivier omar ombline
ondine ophelie oriane orlane orianne oscar osman ouassila oumar oumou ousmane pablo paola paolo pascal pascale
pascaline patrice patricia patrick paul paula paule paulette paulin pauline pedro peggy penelope perle pernette
perrine peter petra petronille philibert philippa philippe philippine philomene phoebe pia pierre pierrette pierrick
placide pol prescillia priscilla priscille prosper prudence prune quentin quitterie rabah rabia rachel rachid rachida
radia rafael rafik raissa ralph rama ramata ramon ramzi raoul raphael raphaele raphaelle raquel rayan raymond raymonde
rebecca redouane regine regis reine remi remy renaud rene renee ricardo richard rita robert roberta roberto robin
rodolphe rodrigue rodrigo roger roland rolande romain romane romaric romeo romuald ronan rosa rosalie rosanna rose
roselyne rosemarie rosie rosine roxana roxane rozenn ruben rudy ruth sabine sabrina sacha safia said saida salah salim
salima salma salome salomon salvador salvatore sam samantha sami samia samir samira samson samuel samy sandra sandrine
sandy sara sarah sasha saskia saturnin savannah sebastien segolene selena selim selma serena serge sergio servane
sevan severin severine shana sharon shirley sibylle sid sidi sidonie siegfried siham simeon simon simone sixtine sofia
sofiane solal solange solen solene solenn solenne soline sonia sonya sophia sophiane sophie soraya souad soufiane
souleymane stan stanislas stella steeve steffi stephan stephane stephanie stephen steve steven suzanne suzie svetlana
sybille sylvain sylvaine sylvana sylvette sylvia sylviane sylvie sylvio tahar talia tamara tancrede tanguy tania tara
tarek tatiana teddy teodora tess tessa thais thea thelma theo theodora theodore theodule theophile theotime theresa
therese thibaud thibault thibaut thiemo thierry thomas tiago tifenn tim timothe timothee tina tiphaine titouan tobias
tom tomas tony toufik tristan ugo ulrich ulysse urbain ursula ursule valentin valentina valentine valere valeria
valeriane valerie valery vanessa vanina vera veronica veronique vianney vicky victoire victor victoria victorien
victorine vincent vincente vincianne violaine viola violette virgile virginia virginie vito vivian viviane vivien
vivienne vladimir waleed walid walter wandrille wanda wassila wassim wendy werner wilfrid wilfried william willy
xavier xaviere yael yael yan yanis yanisse yann yannick yannis yasmina yasmine yassine yazid yohan yohann yolande
yoann youcef youness younes youri youssef yseult ysaline yuna yves yvette yvon yvonne zacharie zahia zahra zakaria zeina
zelie zeline zina zineb zita zoe zohra zoubida zouhair
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_names_are_known_with_and_without_accents() {
        for name in ["Nadia", "HÉLÈNE", "Anne-Laure", "Jean-Baptiste", "zoé"] {
            assert!(is_first_name(name), "{name}");
        }
        for word in ["Conseil", "Université", "Pays-de-la-Loire", "Atelier"] {
            assert!(!is_first_name(word), "{word}");
        }
    }
}
