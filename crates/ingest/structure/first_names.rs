//! First names borne in France and by its guests, folded: what tells `Nadia Ferrouk` from
//! `Conseil Départemental`.
//!
//! The list was written for this project from general knowledge, from no register or other list:
//! French, regional and Quebec names, those of the Maghreb, of Africa south of the Sahara and of the
//! countries that speakers come from, with their common spellings and the short forms that serve
//! at work.
//!
//! The first of two capitalised words is looked up, and the word after an acronym, so that a name
//! which is more often something else is left out, or `Rose Bleue`, `ESS France` and `ADIL Isère`
//! were persons: common words (`Rose`, `Victoire`, `Urbain`, `Lois`), places (`Lorraine`, `Nancy`),
//! bodies and brands (`Harmonie`), dates (`Avril`), acronyms of administrations (`GRETA`,
//! `MAIA`, `JO`, `ODD`), and first names that are mostly surnames (`Lambert`), since a surname must
//! not pass for a second first name.
//! Some of their compounds are in: `Rose-Marie`. Rare misspellings are out: the spelling that is no
//! first name is taken for an error in one that is.

use std::sync::LazyLock;

use crate::words::{WordSet, with_folded};

static SET: LazyLock<WordSet> = LazyLock::new(|| NAMES.split_whitespace().collect());

/// Whether a word is a first name, or a compound that starts with one: `Anne-Laure`.
pub(crate) fn is_first_name(word: &str) -> bool {
    with_folded(word, |folded| {
        let hyphen = || folded.bytes().position(|byte| byte == b'-');
        let first = || hyphen().map(|hyphen| &folded[..hyphen]);
        SET.contains(folded) || first().is_some_and(|first| SET.contains(first))
    })
}

const NAMES: &str = "
aaron abbas abby abdallah abdel abdelali abdelaziz abdelfattah abdelghani abdelhadi abdelhafid abdelhak abdelhakim
abdelhalim abdelhamid abdelilah abdeljalil abdeljelil abdelkader abdelkarim abdelkrim abdellah abdellatif abdelmajid
abdelmalek abdelmalik abdelouahab abdelouahed abdelwahab abdelwahed abderrahim abderrahman abderrahmane abderraouf
abderrazak abdeslam abdessalam abdessamad abdi abdirahman abdou abdoul abdoulaye abdourahamane abdourahman abdramane
abdul abdullah abeba abel abhishek abigael abigail abimbola abiola abir abla ablaye abou aboubacar aboubakar aboubakary
aboubakr abraham achille achim achour achraf achref adalbert adam adama adebayo adel adelaide adele adelheid adelie
adelina adeline adelino adiaratou adib adina aditya adjara adjoa adjoua adlane adlene adnan adnane adolf adolfo adolphe
adriaan adrian adriana adriano adrien adrienne afaf afef affoue afifa afonso afsaneh agata agathe aglae agnes agnieszka
agop agostinho agostino aguibou agustin aharon ahcene ahlam ahlem ahmad ahmed ahmet ahsan aicha aichatou aida aidan
aileen aime aimee aimen aimeric aina ainara ainhoa ainize aino aintzane aissa aissam aissata aissatou aissetou aitor
ajara ajay akari akemi aki akiko akim akima akira akissi akli akossiwa akoua akouvi akram alaa alaeddine alain alaitz
alan alassane alastair alba alban albane albano alberic albert alberte albertine alberto albin albina albrecht alcide
aldo aldric alejandra alejandro aleksandar aleksander aleksandr aleksandra alena alessandra alessandro alessia alessio
alev alex alexander alexandra alexandre alexandrine alexandros alexandru alexane alexanne alexei alexey alexia alexine
alexis alexy alfons alfonso alfred alfredo alhassane ali alia alice alicia alicja alienor aliette alima alimata alimatou
alina aline aliocha aliona aliou alioune alison alissa alisson alistair alix alixe aliya alizee allal allan allegra
allen allison almaz alois aloise aloys aloyse alper alphonse alphonsine alvaro alvin aly alya alycia alyson alyssa
amadeu amadi amadou amady amael amaelle amaia amaiur amaka amal amalia amand amanda amandin amandine amar amara amaury
amber ambre ambroise ambroisine amedee amel amela amelia amelie amelien ameline amenan americo amin amina aminata
aminatou amine aminetou amir amira amirouche amit amita amjad ammar amos amparo amra amrita amsatou amy ana anabela
anabelle anae anael anahid anahit anaick anaig anais anaiz anand ananya anas anass anastase anastasia anastasios
anastassia anatole anatoli anatoly anca ander anders andoni andra andras andre andrea andreas andree andreea andrei
andreia andrej andres andreu andrew andrey andria andrius andry andrzej andy anemone aneta ange angela angele angeles
angelica angelika angeliki angelina angeline angelique angelita angelo angie angus anh anicet aniello anir anis anissa
anita anja anjali anke ankit ann anna annabelle annaelle annaick annaig annalisa annamaria anne annegret anneke anneli
annelies anneliese annelise annemarie annemieke annette annick annie annika anny anouar anouche anouck anouk anselme
anselmo anthelme anthony antje antoine antoinette anton antone antonella antonello antonia antonietta antonin antonina
antonino antonio antonios antonis antony antti anuradha anurag anwar anya aouatef aparna apollinaire apolline apostolos
araceli aram arantxa arantza arantzazu arash araxie arben arbogast archibald archie arda ardian arend arezki arezou
ariane arianne arie arieh ariel ariela arielle arif arina aris aristide aristidis arjan arjen arjun arkadiusz arlene
arlette arlindo arman armance armand armande armandine armando armel armelle armen armenak armin armine arnaldo arnau
arnaud arnauld arndt arne arno arnold arnout arouna arpi arsen arsene arshad artak artan artem arthur arthus artiom
artur arturo artus arun aruna arvid arvind arvydas arwa arzhel arzu asad asaf asami asher ashish ashley ashok ashot
asier asif aslak asli asma asmaa asmae asmahan aspasia assa assala assana assane assem asseta assetou assia assita
assitan assiya assma assunta astou astri astrid asuka atefeh athanase athanasia athanasios athena athenais athina atif
atika atmane atoumane attila attilio attoumane attoumani aubin aubrey aude audra audree audrey audric augusta auguste
augustin augustine augusto aurel aurele aurelia aurelie aurelien aurelienne aureline aurelio aurelle auriane aurianne
aurora aurore auxane auxence ava avelina aveline avelino avery avigail avit avner avraham awa awatef awen awena axel
axelle aya ayaka ayako ayanda aydin ayelet ayesha ayhan aylin ayman aymane aymar aymen aymene aymeric aymerick ayodele
ayoub ayse aysegul aysel ayub ayumi azad azadeh azar azeddine azedine azelie azenor azhar azilis aziliz azita aziz aziza
azra azucena azza azzeddine azzedine azzouz babacar babak babatunde babette bacar bachar bachir bachira badara badia
badis badou badr badra badreddine badredine bahar bahareh bahia bahija bahram bahri bakari bakary balazs balkissa
baltasar balthazar banu baptiste baptistine barbara barbora baris barnabe barney bart barthelemy bartholome bartolome
bartolomeo bartosz basil basile basma bassam bassem bassirou bastiaan bastian bastien bathilde batouly battista baudoin
baudouin bavo baya beata beate beatha beatrice beatrijs beatrix beatriz bechir becky bedros begona behnam behnaz behrouz
behzad bekir bela belen belgacem belhassen belinda belkacem belkheir benat benedetta benedetto benedict benedicte
benedikt bengt beniamino benito benj benjamin benji benno benny benoit benoite bente benyounes beranger berangere
bereket berengere berenice berhane beril berit berivan bernadette bernard bernardette bernardin bernardine bernardino
bernardo bernat bernd bernhard bernice bert berthe berthold bertille bertran bertrand beryl besma besnik bess beth betsy
bettina betty betul beverley beverly beya bharat biagio bianca bijan bilal bilel biljana bill billal billel billy bineta
binh binta bintou biram birama birame birger birgit birgitta birgitte bixente bjarne bjorn blaise blake blanca blanche
blandin blandine blanka blas blerim blerina blessing bleuenn boaz bob bobby bodo bogdan boguslaw bohdan bojan bojana
bongani boniface bonnie bopha borge boris borislav boualem bouazza bouba boubacar boubaker boubker bouchra boudewijn
boujemaa boukary boumediene boureima bowen bozena brad bradley brahim brahima bram brandon branimir branislav branka
branko brecht brehima brenda brendan brent brett briac briag brian brice bridget briec brieg brieuc brigitta brigitte
britney britt britta brittany bronislaw bronwyn bruce bruna brunehilde bruno bryan bryce budoc bulent burak burcu
burkhard bushra busisiwe busra byron caetano caio caitlin caleb calin calista calixte calliope callista callum calogero
calvin camelia cameron camil camila camilien camilla camille camillo camilo canan candace candela candice candido
capucine caridad carine carl carla carles carlo carlos carlota carlotta carlu carmela carmelle carmelo carmen carmine
carol carola carolane carole carolien carolina caroline caroll carolle carolyne carrie carsten casimir casper cassandra
cassandre cassie catalin catalina catarina caterina cath catharina catheline catherine cathie cathleen cathrine cathy
catia cayetano cecil cecile cecilia cecilie cedric cedrick cedrik cees celal celena celeste celestin celestina celestine
celia celian celine celso cemal cemil cendrine cenk cephora ceren cesaire cesar cesare cesarine ceyda ceylan chaabane
chabane chadi chahinaz chahinez chahrazad chahrazed chaim chaima chaimaa chaimae chakib chamsia chana chantal chantale
chaouki charaf charalambos charif charifa charlelie charlene charles charlette charley charlie charline charlotte charly
charmaine chea cheick cheickna cheikh cheikhou cheima chekou cherazade cherif cherifa cheryl cheyenne chiaki chiara
chidi chihiro chika chimamanda chimene chinedu chinwe chioma chiraz chirine chloe chokri chouaib chouchane chouchanik
chourouk chris christa christabel christel christele christell christelle christiaan christian christiana christiane
christiann christie christin christina christine christo christof christofer christoph christophe christopher christos
christy chrystel chrystele chrystelle chuck chukwuma chunyan cian ciara cigdem cihan cindie cindy cinzia ciprian
cipriano ciro claire clara clarence clarice clarissa clarisse claude claudette claudia claudie claudine claudio claudiu
claudius claudy claus clay clayton clelia clelie clemence clement clemente clementina clementine cleo clervie cliff
clifford clint clive cloe clotaire clothilde clotilde clovis clyde cody coen coenraad colette colin coline colleen
collette colombe colombine concepcion concetta concha conchita connie connor conor conrad constance constancia constant
constantin consuelo coralie coraline cordelia corentin corentine corey corina corine corinne cornel cornelia cornelius
corrado cory cosette cosima cosimo cosme cosmin costantino costanza costas costel costin coumba courtney craig crina
cristel cristelle cristi cristian cristiana cristiano cristina cristobal cuneyt cuong curtis cylia cynthia cyprien
cyprienne cyriac cyriaque cyrielle cyril cyrille cyrine cyrus czeslaw daan dafne dagmar dagny dagobert dahbia dahlia
daisuke daisy daiva dalanda dalel dalila damian damiano damien damon dan dana danae danica danick danie daniel daniela
daniele daniella danielle danilo danny danuta dany danyel daoud daouda daphne daphnee dara daria dario darius dariush
dariusz darko darlene darrell darren darryl darya daryl daryoush dauda dave david davide davina davit davor davy dawit
dayana dean deanna debbie debora deborah debra declan deepa deepak deepika deirdre dejan delia delphin delphine demba
dembo denes denis denise deniz dennis denys denyse deolinda derek dermot derrick derya desire desiree desmond despina
detlef devi dewi dexter diaba diana diane diatou dick didier diederik diego diem dienaba dieneba diep dieter dietmar
dietrich dieudonne dieynaba dikran dilan dilara dima dimitra dimitri dimitrios dimitris dimitry dina dinah dinesh dinis
dino diogo dionisio dirk divi divya djaafar djaffar djalil djamal djamel djamela djamila djaouad djaouida djawad
djeinaba djelloul djeloul djemel djemila djenabou djeneba djenebou djeynaba djiba djibi djibo djibril djibrilla djiby
djihad djilali djino djohra dmitri dmitry dmytro doina dolly dolores domenica domenico domingo domingos dominic dominick
dominik dominique domitien domitille donald donan donat donata donatella donatien donatienne donato donna donovan doreen
doria dorian doriane dorianne dorien dorin dorina dorine doris dorota dorothea dorothee dorothy dorra dorsaf doru dorys
douaa doudou doug douglas dounia dounya dov dragan dragana drago dragos dries driss drissa dubravka dulce dumitru duncan
dusan dustin duygu dwayne dwight dylan eamon eamonn ebba ebere eberhard ebrahim ebru ecaterina eckhard edda eddy edem
edern edgar edgard edin edith edma edme edmee edmond edmund edna edoardo edona edouard edson eduard eduarda eduardo
edward edwige edwin edwina eefje eelco eero effie efflam egidio eglantine egon ehud eileen einar eino eirik ekaitz
ekaterina ekaterine ekene ekkehard ekrem elaheh elaine elea eleanor eleftheria eleftherios elena eleni eleonor eleonore
elfriede elhadj elhadji elham elhassan elhoussaine eli elia eliahou eliane elias elie eliette eliezer elif elijah elin
elina eline elinor elio eliot eliott elisa elisabeth elisabetta elise elisee eliseo elisha elissa elixabet eliyahu eliza
elizabeth elizaveta elke ella ellen ellie ellinor elliot elliott elnaz eloan elodia elodie eloi eloise elouan elouann
elsa elsie elsje elspeth elton elvina elvira elvire elvis elyas elyes elyse elzbieta elzear emanuel emanuela emanuele
emeka emel emeline emerance emeric emerick emery emidio emiel emiko emil emile emilia emilian emiliano emilie emilien
emilienne emilio emily emin emine emma emmanuel emmanuelle emmy emna emrah emre emy encarna encarnacion eneko eneritz
engelbert enguerrand ennio enola enora enric enrica enrico enrique enriqueta enver enzo eoin ephraim ephrem erasme ercan
erdal erdem erell eren erhard eric erica erick ericka erik erika eriko erin erkan erkki erlend ermelinda ernest
ernestine ernesto ernie ernst erol erramun errol ersilia erwan erwane erwann erwin erzsebet esben esko esmee esmeralda
esra essi esteban estefania estelle ester esteve esther esti eszter ethan ethel etienne ettore euan euclide eudes eugen
eugene eugenia eugenie eugenio eulalia eulalie eunice eunji euphemie euphrasie eurydice eusebe eusebio eustache eva evan
evangelia evangeline evangelos evariste evaristo evdokia eve eveline evelyn evelyne evert evgenia evgeny evgueni
evguenia ewa ewald ewan ewen ewenn ewout exauce eyal eyob ezechiel ezequiel ezgi ezio ezra eztia ezzedine fabian fabiana
fabiano fabien fabienne fabio fabiola fabrice fabrizia fabrizio facundo fadel fadela fadhel fadi fadila fadima fadimata
fadimatou fadoua fadumo fadwa fahim fahima faical faisal faiza falilou falk fallou faly fanch fanette fannie fanny fanta
faouzi faouzia fara farah fares farhad farhan farhana farhia fariba farid farida farideh faris farnaz farooq farouk
farshad farzad farzana farzaneh fatemeh fathi fathia fatiha fatim fatima fatimata fatimatou fatimazahra fatime fatma
fatmir fatmire fatou fatouma fatoumata faust fausta faustin faustina faustine fausto fawzi fawzia faycal faye faysal
fayssal federica federico fedor fedora felice felicia feliciano felicie felicien felicite felicity felipe felix fella
femi femke ferdaous ferdinand ferenc fereshteh fereydoun fergus ferhat ferial feride feriel fermin fernand fernande
fernando ferran ferreol ferroudja ferruccio fethi fethia feven fidel figen filip filipa filipe filippa filippo filiz
filomena finn fiodor fiona fiorella firas firmin firmine flaminia flavia flavian flavie flavien flavienne flavio flavy
flora floraine florane flore florence florencio florent florentin florentina florentine florentino florestan florian
floriane florianne florie florimond florin florine floris floyd flynn fode fodil folake fortunat fotini fouad foucauld
foued fousseni fousseynou fouzia fran franca france france-anne france-helene france-laure france-line france-lise frances
francesc francesca francesco francescu francine francis francisca francisco franciszek franck franckie francky francois
francoise francoyse frank franka franky frans frantxa franz franziska frauke fred freda freddie freddy frederi frederic
frederick frederik frederika frederike frederique fredo fredrik fredy freja freya frida friedemann friederike friedhelm
friedrich frits fritz frode fulbert fulgence fulvia fulvio fumiko funda funmilayo furkan fyodor gabi gabin gabor gabriel
gabriela gabriele gabriella gabrielle gaby gael gaelig gaella gaelle gaetan gaetana gaetane gaetanne gaetano gaizka
galdric galina galit ganesh garabed garance garazi garba gareth garo garrett garry garth gary gaspar gaspard gaspare
gaston gatien gaurav gauri gauthier gautier gavin gayane gayatri gayle gaylord gebhard geert geertje geertrui geir gema
gemma genevieve gennaro genoveva gentiane geoff geoffray geoffrey geoffroi geoffroy georg george georges georgeta
georgette georgi georgia georgiana georgina georgine georgios gerald geraldine geraldo gerard gerardo geraud gerben gerd
gerda gergely gerhard gerlinde germain germaine germana germano gernot gero gerome gerrit gerry gersande gersende gert
gertjan gertrud gertrude gervaise gery gesa gesine gevorg ghada ghani ghania ghassan ghazal gheorghe gherardo ghislain
ghislaine ghislane ghislene ghita ghizlaine ghizlane ghjulia ghjuliu ghjuvan ghofrane ghyslain ghyslaine giacinto
giacomo giada giampaolo giampiero giancarlo gianfranco giang gianluca gianluigi gianmarco gianna gianni giannis gideon
gijs gila gilbert gilberte gilberto gilda gildas giles gilian gill gilles gillian gilliane gilou gilson gina ginette
ginevra gino gioia giordano giorgi giorgia giorgio giorgos giovanna giovanni gisela gisele giselle gislain gislaine gita
gitte giuditta giulia giuliana giuliano giulio giuseppe giuseppina gladys gleb glen glenda glenn gloria godefroy
godelieve godfrey goedele gokhan golnaz golshifteh goncalo gontran gonzague gonzalo goran gordana gordon gorka gottfried
gotz gotzon goulven goulwen goulwena graca graciela graeme graham gratien graziano graziella grazyna greet greetje greg
gregg gregoire gregorie gregorio gregory gretchen gretel griet grigor grigore grigori grigory griselidis grzegorz
guadalupe gudrun guenael guenaelle guenhael guenievre guenola guenole guenter guenther guerric guglielmo guido guilain
guilaine guilhem guilherme guillaume guillemette guillermina guillermo guirec guislain guislaine guled gunda gunhild
gunilla gunnar gunter gunther gurvan gurwan gustaf gustav gustave gustavo guus guy guyette guylain guylaine guylene
guyonne gweltaz gwen gwenael gwenaela gwenaele gwenaelle gwenda gwendal gwendolina gwendoline gwendolyn gwendolyne
gwenhael gwenhaelle gwenn gwennaelle gwenno gwennola gwennoline gwennyn gwenola gwenvael gwilherm gwion gwirec gwladys
gwyneth gyorgy haakon habib habiba habibatou habibou hacene hadelin hadia hadidja hadil hadiza hadizatou hadj hadja
hadjer hadjira hadrien hafedh hafid hafida hafsa hagop haig haikel hailey haim haingo haitham haithem haiyan haizea
hajar hajer hakan hakim hakima hakob hakon hala halidi halil halim halima halime halina halvor hamadi hamadou hamady
hamdi hamed hamid hamida hamidou hamish hamza hana hanaa hanae hanako hanan hanane hanen hanh hani hania hanine hanitra
hank hanna hannah hanne hanneke hannelore hannes hanno hans hansi hansjorg harald haris haritz harley harm harold haroun
haroune harper harriet harry hartmut hartwig haru haruka haruki haruko hasan hasmik hasna hasnaa hasnae hassan hassana
hassanatou hassane hassania hassen hassiba hassina hatem hatice hatim haude hawa hawaou hayat hayet hayley hazel hazem
heath heather hector hedda hedi hedvig hedwig hedwige heide heidemarie heidi heike heikki heiko heimana heimata heiner
heinrich heinz heitor hela helder helena helene helga helge helie helier helio hella helle helmut helmuth heloisa
heloise hendrik hendrika hengameh henk henning henri henrietta henriette henrik henrique henry henryk herb herbert
heribert herman hermann hermine herminia herminio hermione hernan herve hicham hichem hideki hien hieu hikaru hikmat
hilaire hilal hilario hilarion hilary hilde hildegard hildegarde hillary hina hinano hind hinda hippolyte hiro hiroki
hiroko hiromi hiroshi hiroyuki hisako hisham hitomi hiwot hoa hoai hocine hoda hoel hoela holger holly homa homayoun
homer honorat honore honorin honorine hooman horace horacio horia horst hortense hossam hossein hossem houari houaria
houchang houcine houda houley houleye houman houneida houria houriya houshang houssaine houssam houssein houssem
houssine hovhannes hovsep howard hrant hrvoje hubert huberte hubertus hugh hugo hugues huguette huib huimin hulya
humaira humberto humphrey hung huong huseyin hussein huw huyen hyacinthe hypolite hyun iacopo iain ian iben ibon ibou
ibrahim ibrahima ibtissem ichiro ichrak ida idil idir idris idriss idrissa ieva ifeanyi ifeoma ifig ifrah ignace ignacia
ignacio ignazio igone igor ihab ihor ihsan ihsane ikbal ike ikechukwu iker ikram ilan ilana ilaria ildefonso ildiko
ileana ilham ilhan ilhem ilia iliana iliane ilias iliass iliasse ilie ilies ilija ilinca ilir ilka ilona ilse ilya ilyas
ilyass ilyasse ilyes ilyess imad imadeddine iman imane imanol imed imelda imen imene immanuel imogen imran imrane imre
imtiaz inacio inaki inaya indira indra ineke ines inessa inga inge ingeborg inger ingmar ingo ingolf ingrid inigo
inmaculada insaf ioan ioana ioanna ioannis iolanda ion ionel ionela ionut ioulia iouri irakli irati irena irene irenee
irfan irina irini iris irma irmgard irving iryna isaac isabeau isabel isabella isabelle isadora isaiah isaie isam isaura
isaure iseline iseult isidore isidro isis iskander ismael ismahan ismahane ismail ismaila ismet isobel isolde isoline
israa issa issaka issam issey issiaka issiakou istvan itai itamar itsaso itxaso itziar iulia iulian iuliana ivan ivana
ivanka ivanna ivano ivar iveline ivete ivette ivica ivo ivona ivone ivonne ivor iwona izabela izaro izia izumi jaafar
jaak jaakko jaan jaap jacek jacinta jacinthe jacinto jack jackie jacky jacob jacobus jacopo jacqueline jacques jacquie
jacynthe jade jadranka jadwiga jaffar jaime jake jakez jakub jalal jaleh jalel jalil jalila jallal jamal jamel james
jamie jamil jamila jamshid jan jana jane janelle janet janice janick janie janik janina janine janique janis janne
janneke jannick janny janos janusz jaouad jaouida jared jari jaromir jaroslav jaroslaw jarvis jasmin jasmina jasmine
jasna jason jaume javad javed javier jawad jay jayden jayne jayson jean jeanette jeanine jeanne jeannette jeannick
jeannine jeannot jeanny jef jeff jeffery jeffrey jehan jehanne jelena jelle jemima jenifer jenna jennifer jenny jennyfer
jens jeppe jerem jeremiah jeremias jeremie jeremy jermaine jeroen jerome jeronimo jerry jerzy jesper jess jesse jessica
jessie jessy jesus jian jianhua jianping jianwei jihad jihane jihed jihen jihye jilali jill jim jimin jimmy jinane jing
jingjing jinho jiri jisoo jitka jiwon jiyoung jo-ann jo-anne jo-elle joachim joakim joan joana joanet joann joanna
joanne joannes joannie joanny joao joaquim joaquin joaquina jocelyn jocelyne jochen jodie jody joe joel joelle joerg
joey joffray joffrey johan johana johane johann johanna johanne johannes john johnathan johnny joke jokin jolaine jolan
jolanda jolanta jolene jolien jolyane jon jonah jonas jonathan jonathane jonathon joop joost joran jordan jordane jordi
jordina jordy joren jorg jorge jorgen joris jorn jos jose joseba josee josef josefa josefina joselyne josep joseph
josepha josephat josephe josephina josephine josette josh joshua josiah josiane josianne josie josine josip joss
josselin josseline josselyne jossy jost josu josue josune josy josyane jovan jovana joyce jozef jozsef juan juana
juanita juanjo jude judicael judicaelle judit judith judy juergen juha juhani jukka julen jules julia julian juliana
juliane julianne julie julien julienne juliet julieta juliette juline julio jun junaid junko junpei junya juraj jurgen
jussi justin justine justinien justino justyna jutta juul juvenal jyoti kaan kaarina kaat kabirou kacem kaci kaddour
kadeg kader kadiatou kadidia kadidiatou kadidja kadijatou kadir kahina kai kaija kais kaisa kalidou kalifa kalina kalle
kamal kamala kamel kamelia kamil kamila kamran kaori kaoru kaoutar kaoutare kaouther karamoko karapet karel karell
karelle karen karidja karim karima karin karine karita karl karlheinz karlien karlijn karol karola karole karolina
karoline karoly karsten karthik kartik karyne kashif kasia kaspar kasper kassandra kassem kassim kassoum kat katalin
katarina katarzyna kate katel katelijne katelin katell katelyn kateri katerina kateryna katharina katharine katherine
kathia kathie kathleen kathrin kathryn kathy katia katiana katie katja katleen katrien katrijn katrin katrina katrine
kattalin katy katya kaveh kawtar kawthar kay kayla kayode kazem kazim kazimierz kazuki kazuko kees kei keiko keira
keisuke keith kelechi kelian kelig kelley kellie kelly kelsey keltoum kelvin kemal ken kenan kendall kendra kengo
kenichi kenji kenneth kenny kenta kentaro kentin kenza kenzaburo kenzo kepa kerem kerian kerim kerry kerstin ketevan
ketty kevin kevork keyvan keza kezia keziah khadiatou khadidiatou khadidja khadija khadim khady khaldoun khaled khalid
khalida khalil khalilou khanh khansa khaoula khatchik khawla khedija kheira kheireddine khoa khosrow kianoush kidane
kieran kieu kiko kilian killian kim kimberley kimberly kimia kimmo kinga kira kiran kirill kirk kirsi kirsten kirsty
kitty kjell kjetil klaas klara klaus klervi knud knut kobenan kodjo kodjovi koen koenraad koffi kofi koji kokou koldo
komi komla komlan konan konrad konstantin konstantina konstantinos konstanze koray korentin kornelia kossi kossivi
kostas kosuke kouadio kouakou kouame kouassi koulm koumba kousseila krikor kris krishna kristel kristell kristelle
kristen kristian kristien kristin kristina kristine kristjan kristof kristoffer krystel krystyna krzysztof ksenia kumiko
kunal kunle kunthea kurt kwame kyle kylian kylie kyoko kyra kyriaki kyriakos kyung lachlan ladan ladislas ladislav laeti
laeticia laetitia lahcen lahcene lahouari lahouaria lahoucine laia laila lajos lakhdar lakshmi lalaina laleh lambertine
lamberto lambros lamia lamiaa lamiae lamine lana lander landon landry lanny lansana laouen lapo lara larbi larissa larry
lars lasha lassana lassine laszlo latif latifa latoya latyr laudine laura laure laureano laureen laureline lauren
laurence laurencia laurene laurenne laurent laurentin laurentiu laurette lauri lauriane laurianne laurie laurine lauryn
lavinia lawrence layla lazare lea leah leana leandra leandre leandro leane leanne lech leda leen leena leif leigh leila
leire lejla leland lena lenaic lenaig lenaik leni lenka lennart lennie lenny leny leo leocadia leocadie leon leona
leonard leonardo leonardu leonce leone leonel leonhard leonid leonidas leonide leonie leonor leonore leontin leontine
leopold leopoldine lesia lesley leslie lesly lester leszek leticia letizia levan levenez levent levente levi levon lewis
lexane leyla leyre lhassan lhassane lhoucine lhoussain lhoussaine lia liam lian liana liane lianne libby libor lidia
lidie lidwine lienhard lies liesbet liesbeth lieselotte lieve lieven ligia lihua liisa lila lili lilia lilian liliana
liliane lilianne lilit lilli lillian lilly lilou lily lilya lina linas linda lindiwe lindsay lindsey line linette ling
lingling linh linnea lino lionel lior liora liouba lioubov lioudmila liping lisa lisandra lisandre lisandrina lisandru
lisbet lisbeth lise liselotte lisette lisiane lisianne lison liv livia livie livio liviu liz liza lizzie ljiljana
ljubica ljubomir lloyd lluc lluis lluisa loan loana loann lobna lode lodewijk loeiz loevan logan loic loick loig loik
loiza lola lolita lomig lonnie loraine lore lorea loredana lorelei lorelie lorella lorena lorene lorenz lorenzo loretta
lori loriane lorianne loric lorick lorie lorin lorine loris lorna lotfi lothaire lothar lotta lotte lou louane louann
louanne loubna louella louis louisa louise louisette louison louisonne louiza louka loukas louna lounes lounis lourenco
loussine luan luana lubomir luc luca lucas luce lucette lucia lucian luciana luciano lucie lucien lucienne lucile
lucilia lucille lucinda lucio lucius lucrece lucrezia lucy ludger ludivina ludivine ludmila ludmilla ludo ludovic
ludovica ludovico ludwig luigi luigia luigina luis luisa luise luisella luiz luiza luka lukas lukasz luke luminita lupe
lurdes lusine luther lutz luzia lydia lydiane lydie lyes lyle lylia lyna lynda lyndon lyne lynette lynn lynne lysandre
lyse lysiane lysianne lyson lyudmila maaike maarten mabel mabrouk mabrouka macaire macha machteld maciej mackenzie
madalina maddalen maddalena madelaine madeleine madeline madelon madhav madhu madiha madison madjda madjid mado mads
mael maela maelan maelane maelenn maelig maelle maelys maeva maevane maeve maewenn mafalda magali magalie magaly magda
magdalena magella maggie maggy magid magloire magnus maguelone maguette maguy mahamadou mahamane mahamat mahamoud
mahamoudou mahault mahaut mahdi mahe mahel mahesh mahfoud mahieddine mahmood mahmoud mahnaz mahrez mahsa maialen maider
maija maike mailys maimouna maimounatou maitane maite maitena maiwen maiwenn maixent maja majda majdi majed majid majida
makeda makoto maksim maksym malachi malak malala malamine malcolm malek malgorzata malia malick malik malika mallaury
mallory malo malorie malory malou malvin malvina mamadou mamady mamby mamert mamitiana mamoudou mamoun manal manana
mandana mandy manel manex manfred manfredo manijeh manish manisha manlio manoel manoela manoelle manoj manoli manolis
manolo manon manouchehr mansour mansouria manu manuel manuela mara marc marceau marcel marcela marcelin marcelina
marceline marcelino marcella marcelle marcelline marcello marcelo marcia marcial marcie marcienne marcin marcio marco
marcos marcus mareike marek maren mareva margaret margarete margarethe margarida margarita margaut margaux margie margit
margo margot margret margriet margrit marguerite maria mariam mariama mariame mariamou marian mariana mariane mariangela
marianna marianne mariannick mariano mariatou maribel maricarmen marie marieke mariella marielle marieme marietou
marietta mariette marija marijana marijke marijn marijo marika mariko marilena marilene marilou marilyn marilyne marin
marina marine marinette mario marion marisa marise marisol marissa maristella marit marita marius mariusz marjan marjane
marjolaine marjolein marjorie marjory mark marketa markku marko markus marla marleen marlena marlene marlies marlise
marloes marlon marlyne marnix maroua marouan marouane marouchka marsha marta martha marthe martial martian martin
martina martine martinien martyn martyna marvin marwa marwan marwane marwen mary maryam maryan maryann maryanne
maryannick maryelle marylene marylin maryline marylise marylou marylyne maryse maryvonne marzhin marzia marzio masahiro
masaki masashi masha massimiliano massimo massinissa massouda matei matej mateo mateus mateusz matheo matheus mathew
mathias mathieu mathijs mathilda mathilde mathis mathurin mathurine mathys matias matija matilda matilde matilin matis
matt mattea matteo matthew matthias matthieu matthijs matthis matti mattia mattias mattin matyas maud maude maudie maura
maureen maurice mauricette mauricio maurina maurits maurizia maurizio mauro mavis mawuli max maxence maxens maxim maxime
maximilian maximilien maximilienne maximin maximo maxine maxwell maya mayeul maylie maylis mayliss maysa mayu mayumi
mazen meagan meaghan mebarek mechthild medard mederic medhi medoune meena meenakshi meera meg megan megane meganne
meggie megha meghan meghane megumi mehdi mehmet mehran mehrdad mehrnoush mei meike meiling meinrad meir meissa melaine
melania melanie melany melchior melchor melie meliha melika melina melinda meline melisande melissa melodie melody
melusine melvin melvyn menahem menno menouar meral mercedes mercy meredith merel merete meriadec meriadeg meriam meriame
meriem merieme meritxell merja merlin meron merouane mert merve mervin mervyn meryam meryem meryl messaoud mesut metin
mette meven mewen mia mialy micaela micah micha michael michaela michal michalis michel michela michelangelo michele
micheline michelle michiel michiko mickael mieke miet miguel mihaela mihai mihail miho mihran mika mikael mikaela mikako
mike mikel mikhail miki mikiko mikko miklos mikolaj mila milada milagros milana milane mildred milena milenko miles
mileva miliana milica miljana millie milly milo milorad milos miloud milouda milton milutin mimi mimmo mimoun mimouna
mimoza minata mindaugas mindy ming minh minho minji minna minnie minoo mintou miquel miquela mira miranda mirari mircea
mirco mireia mireille mireio mirela mirella miren mirentxu miriam mirjam mirjana mirko miron miroslav miroslava miroslaw
mirta misaki mischa misha mitch mitchel mitra mitsuko mixel miyako miyuki mizuki mladen moctar modesto modibo modou
moerani mogens mohamad mohamed mohammad mohammed mohan mohand mohsen mohsine moira moise mojgan mojtaba mokhtar
mokhtaria mokrane mollie molly momar mona moncef mongi mongia monica monika monique monji montse montserrat monty morad
morand morane mordechai morgan morgane moritz morten morteza moses mostafa mostefa mouad mouadh moubarak mouctar
mouhamadou mouhamed mouhamet moulay mouloud mouna mounia mounir mounira mourad moussa moustaph moustapha muguette
muhammad muhammed muhannad mumtaz munir munira murat muriel murielle muryel musa mustafa mustapha muzaffer mykola mylena
mylene myles myra myriam myrna myrtille nabiha nabil nabila nabou nacer nacera naceur nacim nacima nacira nada nadav
nadeem nadege nadejda nader nadia nadine nadir nadira nadja nadjah nadjat nadjet nadji nadjia nadjib nadjiba nadjim
naeem nael nafissa nafissatou nagore nahal nahia nahid nahida nahla naia naiara naila naim naima nairi naivo najat
najate najem naji najia najib najla najoua najwa naledi nandini nandor nanna nans naoki naoko naomi naomie naoual naouel
naoufal naoufel napoleon narayan narciso narcisse naresh narges nargis narimane narimene narindra narjes narjess narjis
nasim nasir nasreddine nasreen nasrin nasser nassera nassiba nassim nassima nassira nassirou nastasia nastassia nasteho
nastia natacha natalia natalie natalina natalino nataliya natalka natalya natasa natascha natasha nathalie nathan
nathanael nathanaelle nathaneel nathaniel natividad natsuki naveed naveen navid nawal nawel nazaire nazan nazanin
nazario nazha naziha nazim nazli ndeye ndiaga nebojsa ned nedim nedjma neel neeraj negar neil neila nejma nekane
nektarios nele nelia nelig nelio nell nellie nello nelly nelson nely nemanja nenad nerea nermin nermina nesma nesrine
nestor neus neven nevena nevenoe neville nezha nga ngan ngoc ngozi nguyet nhan nhung niall niamh nicaise nicanor niccolo
nicholas nick nicky nico nicodeme nicola nicolae nicolas nicole nicoleta nicoletta nicolette nicolo nicu nidal nidhal
niels nienke nieves nigel nihat nihel niina nikhil nikita niklas nikola nikolai nikolaos nikolas nikolaus nikolay nikos
niloofar niloufar niloufer nils nilufer nina nine ninette ning nino ninon nirina nirmal nisha nisrine nissrine nitin
nizar njaka nkechi nnamdi nneka noa noah noam noan noel noelie noeline noella noelle noemi noemie nogaye noha nohan
nolan nolann nolwen nolwenn nominoe nomsa noor nora norah norbert norberto nordine noree noreen noriko norma norman
normand nosipho nouara nouchka nouha nouhou nouman nour noura nourdine noure noureddine nouredine nouria nouzha novak
nuala nuha numa nuno nunzia nunzio nuray nuri nuria nurit oana oanez oanh obinna oceane oceanne octave octavian octavie
octavien octavienne octavio odeline odette odile odilon odysseas ofelia ogechi oier oihan oihana oihane okan oksana olaf
olatz olav olavi ole oleg oleksandr oleksandra olena olesia olga olha olimpia olinda oliver olivia olivier ollie
ollivier olof olufemi oluwaseun olympe omar ombeline ombline omer ondine ondrej onesime onesiphore onil onno onur oona
oonagh opaline ophelie orane orazio oreste orestis orhan oriana oriane orianne orietta oriol orla orlando orlane ornella
oronzo orphee orso orsola orson orsu orsula ortrud orville osamu oscar oskar osman osmond osvaldo oswald otavio othman
othmane otilia otis otman otmane otmar ottavia ottavio ottilie ottmar otto ouafa ouahida ouarda ouardia ouassila ouiam
ouissam ouiza ouleymatou oumaima oumar oumarou oumayma oumou ouri ouriatou ouriel oury ousman ousmane oussama ousseini
oussema ousseynatou ousseynou ove ovidio ovidiu ovila owen oxana oyvind ozan ozgur ozlem pablo paco pacome paddy padma
padraig paige palesa palmira palmyre paloma pamela pamella panagiota panagiotis panayotis pankaj panos pantelis pantxika
pantxo pantxoa paol paola paolina paolo paquita parastoo parisa partha parvaneh parviz pascal pascale pascaline paskal
pasquale patrice patricia patrick patrizia patrizio patti patty patxi paul paula paule paulette paulin paulina pauline
paulino paulo pauly pavel pavlo pavlos pawel paxkal peder pedro pegah peggy peio pejman pekka pelagie pelayo penda
penelope penny pentti pepe pepita perceval percival percy pernelle pernette pernille perrette perrine perry peru pervez
petar pete petelo peter petr petra petre petro petronille petros petru petter petula peyo phil philemon philibert philip
philipp philippa philippe philippine phillip phillipa philomene phoebe phong phuc phuoc phuong phyllis pia piera
pierangelo pierfrancesco piergiorgio pierluigi piero pierpaolo pierre pierrette pierric pierrick pierrig pierrot piers
piet pieter pieterjan pietro pilar pim pina pinar ping pinhas pino pio piotr pirjo pirkko piroska placide pol polina
polly polyxene pooja portia poul pouria pouya pradeep prakash prashant preben predrag prescillia primael prisca
priscilla priscille privael priya priyanka prosper prospere protais przemyslaw pulcherie qiang qing qiong quang quentin
quentine quim quincy quinn quintin quique quiterie quitterie quoc quyen quynh rabab rabah rabea rabia rabiatou rachad
rachael rachel rachelle rachid rachida radegonde radek radhia radhouan radhouane radia radmila radoslav radoslaw radouan
radouane radovan radu rae rafael rafal raffaele raffaella raffi rafi rafik rafika rafiq raghav ragnar ragnhild rahim
rahinatou rahma rahmata rahmatou rahul raimon raimond raimundo rainer rainier raissa raj raja rajae rajat rajeev
rajendra rajesh rajiv rajko rakesh rakiatou raky ralf ralph raluca rama ramata ramatou ramatoulaye ramazan ramdane
ramesh rami ramin ramiro ramon ramona ramsay ramuntxo ramy ramzi ramzy rana randa randall randi randy rania raniya
ranjan ranjit ranko ranya raouf raoul raphael raphaela raphaele raphaella raphaelle raquel rasa rashid rashmi rasmane
rasmus rassim ratana ratko raul ravi ravindra ray rayan rayane raymond raymonde raynald razika razvan rebeca rebecca
rebekah reda redha redhouane redouane redwan reena reginald regine regis regula reidar reijo reinaldo reine-marie reiner
reinhard reinhardt reinhart reinhold reinout rejane rejean rejeanne remco remedios remi remigio remo remy rena renald
renan renata renate renato renaud renaude rene renee renzo reshma reto reuben reuven reynald reynold reza rezki rhea
rheal rhiannon rhoda rhona rhonda rhys riad riadh riaz ricard ricardo riccarda riccardo richard rick ricky rico rida
ridha rieul rihab riikka riitta rik rika rikke riley rim rima rinaldo rino rinus risa rishi rita rithy rivka riwal
riwanon riyad rizlane rizlene rizwan roald rob robbie robby robert roberta roberto robin robinson robrecht robyn rocco
roch rochelle rocio rod roderick rodica rodney rodolfo rodolphe rodrigo rodrigue roel roeland roelof rogelio roger
rogerio rohan rohit rojda rokhaya rokhayatou rokhy rokia rokiatou roland rolande rolando rolf romain roman romane
romaric romeo romeu romuald romualdo romy ron ronald ronaldo ronan ronane rong ronit ronnie ronny roparz roque rory rosa
rosaire rosalba rosalia rosalie rosalina rosalind rosamund rosana rosangela rosanna rosanne rosaria rosario rosaura
rose-aimee rose-anne rose-laure rose-line rose-lyne rose-marie rose-may rose-noelle roseanne roseline rosella roselyne
rosemarie rosemary rosemonde rosendo rosetta rosette roshan rosiane rosie rosina rosine rosita roslyn ross rossana
rossella roswitha rosy rougui rouguiatou roukaya roukiatou rouslan rowan rowena roxana roxane roxanne roxelane roya
rozen rozenn ruan ruben rubens rubina rudi rudiger rudolf rudolphe rudy ruedi rufin ruggero rui rupert ruslan ruslana
russ russell rusudan rute ruth ruud ruxandra ryad ryadh ryan rym ryma ryo ryoko ryosuke ryszard ryuichi ryuji saadia
saartje sabah saber sabiha sabin sabina sabine sabri sabria sabrina sacha sachin sadek sadie sadok saeed safa safaa
safia safiatou safietou safouane safoura safwan safwane sahar sahondra said saida saidatou saikou saioa sajid sakari
saki sakina sakura salah salamata salamatou saleem saleh salem salete salif salifou saliha salim salima salimata
salimatou saliou sally salma salome salomon saloua saloue salvador salvadora salvatore salwa sam samah samaneh samantha
samar samba samer sami samia samih samiha samina samir samira sammy samson samuel samuele samvel samy samya sana sanaa
sanae sanda sandeep sander sandie sandor sandra sandrine sandro sandy sangeeta sania sanja sanjay sanjeev sanjiv sanna
sanne santi saoussen sara sarah sarkis sarra sasa sascha sasha saskia satoko satoshi saturnin saulius sauveur savannah
saveria saverio saveriu savinien savvas sayaka sayuri scarlett scott seamus sean seb sebastian sebastiano sebastiao
sebastien segolene segun sekou selamawit selda selen selena selene selim selin selina selma semhar semih senami senou
sepideh sepp seppe seppi seppo septime serafina serafino seraphin seraphine serdar serena serge sergei sergey sergi
sergio serguei serhat serhii serkan servais servane seth seung sevag sevan sevda severin severine severino sevim seydina
seydou seymour seynabou seyni shabnam shadi shahab shahid shahida shahin shahinez shahla shahnaz shahram shahrokh
shahrzad shai shan shana shane shania shankar shannon shanti shari sharlene sharmila sharon shaul shaun shauna shawn
shayan shazia sheena sheida sheila shelby sheldon shelley shelly sheng sherazade sherif sherine sherry shervin sheryl
shinichi shinji shiori shira shirel shirin shirine shirley shiv shiva shizuka shlomi shlomo shmuel shoaib shohreh
shoshana shpresa shreya shuang shun shunsuke shweta siamak sian siavash sibel sibusiso sibylle sid siddharth sidiki
sidney sidonie sidy siegfried sieglinde siegmund siegrid sigismond sigmar sigmund sigolene sigrid sigrun sigurd siham
sihem silas silke silvain silvan silvana silvano silvere silverio silvia silvie silvina silvino silvio silviu simao
simeon simin simon simona simone sinan sinead sinem siobhan siphiwe sipho siranouche sissi sitapha sitraka siv sixtine
sizwe sjoerd skander slavica slavko slawomir slim slimane slobodan slobodanka smail smain snezana snorre soad soane soaz
soazic soazig socorro sofia sofian sofiane sofie sofien sofiene sohaib sohail soheib soheil soheila sohrab soizic
soizick sokha sokhna sokhom sokona solal solange soledad solen solena solene solenn solenne soline solofo solomon
solveig somaly somchai sonali sondre sonia sonja sonny sonya soojin sophia sophiane sophie soraia soraya soren sorin
sorina sorya sosefo sosthene sotiris souad soufian soufiane soufien soufyane souhaib souhail souhaila souhila soukaina
souleymane soumaila soumaya soumia soumya soungalo souraya souren sovann sovannara soyeon spencer spiros spyridon spyros
srdan srdjan stacey stacy stan stanislas stanislav stanislaw stanley stathis stavros stavroula steen steeve steeven
stefaan stefan stefania stefanie stefano steffen steffi steinar stelian stelios stella sten stepan steph stephan
stephane stephania stephanie stephen stephie sterenn stevan steve steven stevens stevie stig stijn stina stine stojan
stoyan stratis stuart stylianos sue sujin suleyman suliac sumit sung sunil sunita supriya surendra suresh susan susana
susanna susannah sushila susie suzanna suzanne suzette suzie svante svein sven svend svenja sverre svetlana svitlana
swan swann swanny swati sybil sybille sylvain sylvaine sylvana sylvester sylvestre sylvette sylvia sylviane sylvianne
sylvie sylvio sylwia symphorien syrine szilvia szymon tabatha tabitha tadeg tadeo tadesse tadeusz taha tahar taher
tahereh tahira tahirou tahiry tahmineh takahiro takako takao takashi takeo takeshi takouhi takumi takuya tali talia
taline tamar tamara tamas tamer tamim tammy tamsin tancrede tancredi tangi tangui tanguy tania tanja tantely tanveer
tanya tao taoufik taous tapio tara tarak taraneh taras tarek tarik tariq tarja tarkan taro tarun tasha tasnim tasos
tassadit tatev tatiana tatjana tatsuya tatyana tawfik tayeb tebogo tecla ted teddy tedros teemu tehani teiki telma telmo
temana temitope teo teodor teodora teodoro teofilo teophile terence teresa teresinha tereza terhi teri terje tero
terrence terri terry tesfaye tess tessa tetiana tetsuya teun teuta teva thabo thaddeus thais thanasis thandeka thandi
thandiwe thanh thao thea thelma themba theo theobald theode theodor theodora theodore theodoros theodose theodule
theophane theophanie theophile theotime theresa therese thi thiago thibaud thibault thibaut thiebaut thiemo thierno
thierry thijs thilo thiziri thomas thorbjorn thorsten thouraya thuy tiago tiana tiberiu tibo tibor tidiane tidiani
tidjane tifenn tiffany tigist tigran tihomir tiina tijl tilly tilman tilmann tim timea timeo timmy timo timofei timothe
timothee timothy timour timur tina tinatin tine ting tingting tinh tinhinan tino tiphaine tiphany tirso titaina titaua
titien tito titouan titus tiziana tiziano tjeerd toavina tobias tobie toby todd toinette tom toma tomas tomasz tomislav
tommaso tommy tomoko toni tonino tonio tony tonya toomas toon torben torbjorn toribio torsten toru toufik toumani
toumany touria tracey tracy traian trang traudl travis trent trevor tricia triin trina trine trish trisha tristan
tristram trond trudy trui trung trygve tsipora tuan tudal tudi tudor tudual tugba tugdual tullia tullio tunde tung
tuomas turan tuula tuyen tuyet txema tyler typhaine tyra tyrone tyson ubald ubaldo uchenna uday udo ueli ufuk ugo
ugochukwu ugur uhaina uhaitz ulf uli ulises ulla ulric ulrich ulrick ulrik ulrika ulrike ulysse umberto umit unai uri
uriah uriel urielle urs ursel ursula ursule urszula uschi usha uta ute uwe uyen vaclav vadim vahan vahid vaiana vaimiti
vaitea vakhtang valentin valentina valentine valentino valer valere valeri valeria valeriane valerie valerien valery
valmore vanda vanesa vanessa vangelis vania vanina vanja vanna vannina vardan varoujan vartan varun varvara vasco vasile
vasiliki vasilis vassili vassiliki vassilis vassily vasyl vazken veasna vedran veerle veljko velma venancio venceslas
vera verena verity vernon veronica veronika veronique vesa vesna vianney viatcheslav viateur vibeke vicente vicky victor
victoria victoriane victorien victorin victorine vidar vigdis vigen viggo vijay viken vikram viktor viktoria vilma vimal
vince vincent vincente vincenza vincenzo vincianne vinh viola violaine violetta violette viorel viorica virgil virgile
virgilio virginia virginie vitali vitalie vito vitor vittoria vittorio vittoriu vivek vivian viviana viviane vivien
vivienne vlad vladan vladimir vladislav voahangy voahirana vojislav vojtech volkan volker volkmar volodia volodymyr
vololona vonjy vuk vusi vytautas wadie wadii wafa wahab wahib wahiba wahid wahida wajdi wajih walburga walburge waldemar
waleed walid walida wally walter walther waltraud wanda wandrille wangari warda wardia warren wassil wassila wassim
wayne wei weiwei wen wenceslas wendelin wendell wendy wenjing werner wesley whitney wibke widad wiebke wieland wiem
wieslaw wijdane wiktor wilbur wilfred wilfrid wilfried wilhelm wilhelmine willa willem willi william willie willy wilma
wim winfried winifred winnie winoc winston wissam witold wladimir wladyslaw wojciech wolfgang wolfram wouter wyatt xabi
xabier xander xav xaveer xaver xavi xavier xaviere xenia xia xian xiao xiaobo xiaodan xiaofeng xiaohong xiaohua xiaojing
xiaolin xiaoling xiaoming xiaoping xiaowei xiaoyan xiaoyu xin xinyi xinyu xiu xuan xue xuemei yaacov yaakov yacine
yacoub yacouba yael yaelle yago yahia yahya yair yaiza yakoub yakov yakup yamina yamine yan yana yanick yanis yanisse
yann yannick yannig yannis yanyan yaron yaroslav yaroslava yasaman yasar yasemin yasin yasmin yasmina yasmine yasser
yassin yassine yasunari yavuz yawa yawovi yaya yaye yayoi yazid yehouda yehuda yelena yeliz yemi yevgen yevgeni yewande
yiannis yifan yiming ying yingying yinka ylan yngve yoan yoann yoav yodit yoel yohan yohann yohanna yoko yolaine yolanda
yolande yona yonas yonatan yonathan yong yoni yonis yoram yordan yordanos yorgos yosef yoshi yoshiko yosra yosri yossef
yossi yosuke youcef youen youena youenn younes youness youngjin younis younous youri yousef yousra yousri youssef
youssou youssouf youssoufa youssoupha ysaline ysance yseult ysold yue yui yuji yuka yuki yukiko yuko yulia yuliya yuma
yumi yun yuna yunus yuri yuriy yusra yusuf yusuke yuta yuting yuval yuxin yvain yvan yveline yves yvette yvo yvon yvonic
yvonne yvonnick zabel zaccaria zacharia zacharie zachary zack zadig zafar zafer zahia zahid zahida zahir zahira zahra
zainab zainaba zaineb zaira zakari zakaria zakariya zaki zakia zakir zaky zane zaven zbigniew zdenek zdenka zdravko
zdzislaw zeev zeferino zehra zeina zeinab zeinabou zeki zelda zelia zelie zeline zeljka zeljko zenobie zenon zephyrin
zeynep zhen zheng zhi zhigang zhihong zhiqiang zhiwei zhour ziad zied zina zine zineb zineddine zinedine zita ziyad
zlata zlatan zlatko zoe zofia zohir zohra zoltan zora zoraida zoran zorica zoubeida zouber zoubida zouhair zouheir
zoulaikha zoumana zsofia zsolt zsuzsa zsuzsanna zulema zurab zuri zuzana zuzanna zygmunt
";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::fold;

    #[test]
    fn first_names_are_known_with_and_without_accents() {
        for name in ["Nadia", "HÉLÈNE", "Anne-Laure", "Jean-Baptiste", "zoé"] {
            assert!(is_first_name(name), "{name}");
        }
        for word in ["Conseil", "Université", "Pays-de-la-Loire", "Atelier"] {
            assert!(!is_first_name(word), "{word}");
        }
    }

    #[test]
    fn names_of_every_origin_are_known() {
        for name in ["Ludo", "Goulven", "Ghjulia", "Eneko", "Jacynthe", "Meriam", "Lhoussaine"] {
            assert!(is_first_name(name), "{name}");
        }
        for name in
            ["Aminata", "Kouassi", "João", "Chiara", "Seán", "Wouter", "Małgorzata", "Søren"]
        {
            assert!(is_first_name(name), "{name}");
        }
    }

    #[test]
    fn names_that_are_mostly_something_else_are_unknown() {
        for word in ["Rose", "Victoire", "Lorraine", "Urbain", "ADIL", "GRETA", "JO"] {
            assert!(!is_first_name(word), "{word}");
        }
        assert!(is_first_name("Rose-Marie"));
    }

    #[test]
    fn names_are_sorted_and_folded() {
        let names: Vec<&str> = NAMES.split_whitespace().collect();
        for pair in names.windows(2) {
            assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
        }
        for name in names {
            assert_eq!(name, fold(name));
        }
    }
}
