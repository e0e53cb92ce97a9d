//! Function words by language: what prose cannot do without.
//!
//! Folded, of eight letters at most. A word in two lists tells neither from the other, and counts
//! for both; an elided article keeps its apostrophe. A word that prose of another language has as
//! often (`a`, `des`) stands in both lists for that reason.

/// French.
pub(super) const FRENCH: &str = "\
    le la les de des du d' l' et en un une dans pour par sur au aux que qui qu' est sont avec plus \
    ce ces cette cet ou nous vous ne n' pas se s' c' j' m' t' a leur leurs son sa ses il elle ils \
    elles on y dont mais comme entre sans sous chez vers tout tous toute toutes meme aussi etre ont \
    ete avoir fait peut donc lors ainsi notre nos votre vos afin depuis selon apres avant je tu si \
    lui soit ni car cela ceux celle celles encore tres peu bien faut chaque quels quelles quel \
    quelle comment pourquoi ici etait doit doivent peuvent jusqu' lorsqu' puisqu' non";

/// English.
pub(super) const ENGLISH: &str = "\
    the of and to in a is that for it as was with be by on not he his but at are this have from or \
    had an they which you were her all she there would their we him been has when who will more no \
    if out so what up about into than them can only other new some could these may then do first any \
    my now such like our over me after also did many before must through where how its most own very \
    should because each those between being under while same does both during without against \
    within among whose upon cannot us here why i don't it's";

/// Spanish.
pub(super) const SPANISH: &str = "\
    el la los las de del y en un una que se no es con por para su sus al lo como mas o pero \
    ha han me si sin sobre este esta estos estas ese esa son entre cuando muy ser todo toda todos \
    todas tambien fue hay desde nos ya porque otro otra otros otras donde durante contra ante segun \
    cada hasta e ni nuestro nuestra puede pueden quien quienes cual cuales uno unos unas \
    mismo aqui tiene tienen asi nosotros esto eso a";

/// German.
pub(super) const GERMAN: &str = "\
    der die das und in zu den von mit ist im des sich nicht auf ein eine dem fur als auch es an \
    werden aus er hat dass sie nach wird bei einer um am sind noch wie einem uber einen so zum war \
    haben nur oder aber vor zur bis mehr durch man sein wurde wenn konnen kann ihre ihr wir was \
    unter gegen vom alle diese dieser dieses eines seine seiner zwischen sowie muss mussen ohne \
    jede jeder damit beim ich uns unser unsere hier schon wer keine kein sehr ihren ihrer fuer ueber \
    koennen muessen wurden";

/// Italian.
pub(super) const ITALIAN: &str = "\
    il lo la i gli le di a da in con su per tra fra e ed o un una uno del dello della dei degli \
    delle al allo alla ai agli alle dal dalla dai dalle nel nella nei nelle sul sulla che non si \
    sono come piu ma anche ha hanno l' d' c' un' dell' all' nell' sull' dall' quest' se questo \
    questa questi queste suo sua suoi loro essere stato stata ogni tutti tutte tutto ci ne cui \
    quando dove chi perche molto noi nostro nostra deve possono puo quale quali senza e' tale";

/// Portuguese.
pub(super) const PORTUGUESE: &str = "\
    o a os as de do da dos das e em no na nos nas um uma uns umas que se nao por para com sem ao \
    aos mais como mas foi sao ser seu sua seus suas ou pelo pela pelos pelas este esta esse essa \
    isso isto ha ja tambem muito entre quando onde porque sobre ate depois todos todas toda todo \
    cada outro outra outros outras tem nem lhe eu nos ele ela eles elas qual quem num numa aqui \
    deve podem pode desde contra nosso nossa mesmo num ainda durante so";

/// Languages without a stemmer here that must not pass for a cousin, as one: the regional languages
/// of France (Breton, Basque, Corsican, Occitan and Catalan, Alsatian, Creole), and those in which
/// public services also write (Dutch, Romanian, Polish, Turkish), and those of the North.
pub(super) const UNCOVERED: &str = "\
    ha hag ar ur eus gant evit war ouzh bezan vezan holl pep hep evel zo dre gwir deus eo hini vo \
    ebet ket hervez pe \
    eta ez dira bat edo baina ere dute bere beste guztiak duten izan arteko ditu orok izango bai \
    gabe inor \
    u incu ghjente pudere cu elli ellu ella ch' ind' sia contru li \
    amb els dels dins aquest aquesta tots tota totes totas pel pels seva seves tothom persona dret \
    drech dreit lou lei deu touti te mai \
    isch uff nit vun vum odder ze sinn mr het fir huet sech och datt \
    moun yo pou ak nan gen yon epi menm li chak pa ki te \
    het een van niet met voor zijn op te dat worden ook aan door heeft bij naar deze ieder zonder \
    zich wordt hun tot uit om zal hebben geen welke \
    sau orice pentru prin care nu din sunt fie cu sale trebuie toate nici persoana \
    w z jest nie oraz lub przez dla ze jego aby ani bez za od \
    ve bir bu veya icin ile olarak herkes her \
    och till att av som det og eller ikke til skal";
