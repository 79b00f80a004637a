// The hundred commonest verbs of a language: each form of theirs must be known.
export const common = {
	fr:
		"être avoir faire dire pouvoir aller voir savoir vouloir venir falloir devoir croire trouver donner prendre " +
		"parler aimer passer mettre demander tenir sembler laisser rester penser entendre regarder répondre rendre " +
		"connaître paraître arriver sentir attendre vivre chercher sortir comprendre porter devenir entrer appeler " +
		"revenir écrire tomber reprendre commencer suivre montrer partir mourir ouvrir lire arrêter servir jeter " +
		"recevoir monter lever agir perdre écouter continuer sourire apercevoir reconnaître ajouter jouer marcher " +
		"garder manquer retrouver descendre rappeler quitter tourner finir crier songer offrir exister poser " +
		"retourner changer compter occuper permettre cacher essayer oublier expliquer manger courir boire dormir " +
		"acheter envoyer choisir produire conduire naître",
	de:
		"sein haben werden können müssen sagen machen geben kommen sollen wollen gehen wissen sehen lassen stehen " +
		"finden bleiben liegen heißen denken nehmen tun dürfen glauben halten nennen mögen zeigen führen sprechen " +
		"bringen leben fahren meinen fragen kennen gelten stellen spielen arbeiten brauchen folgen lernen bestehen " +
		"verstehen setzen bekommen beginnen erzählen versuchen schreiben laufen erklären entsprechen sitzen ziehen " +
		"scheinen fallen gehören entstehen erhalten treffen suchen legen vorstellen handeln erreichen tragen " +
		"schaffen lesen verlieren darstellen erkennen entwickeln reden aussehen erscheinen bilden anfangen erwarten " +
		"wohnen betreffen warten vergehen helfen gewinnen schließen fühlen bieten interessieren erinnern ergeben " +
		"anbieten studieren verbinden ansehen fehlen bedeuten vergleichen schlafen",
	it:
		"essere avere fare dire potere andare volere dovere vedere sapere venire dare stare parlare trovare sentire " +
		"lasciare prendere guardare mettere pensare passare credere portare tornare sembrare tenere capire morire " +
		"chiamare conoscere rimanere chiedere cercare entrare vivere aprire uscire ricordare bisognare cominciare " +
		"rispondere aspettare riuscire chiudere parere accadere finire mangiare scrivere leggere perdere amare " +
		"giocare lavorare partire arrivare correre ascoltare cadere dormire salire scendere seguire servire smettere " +
		"spiegare studiare succedere tirare toccare usare vincere offrire ridere scegliere rendere produrre porre " +
		"raccogliere muovere crescere decidere bere nascere piacere valere permettere mostrare continuare diventare " +
		"cambiare comprare pagare aiutare provare incontrare viaggiare abitare",
	es:
		"ser haber estar tener hacer poder decir ir ver dar saber querer llegar pasar deber poner parecer quedar " +
		"creer hablar llevar dejar seguir encontrar llamar venir pensar salir volver tomar conocer vivir sentir " +
		"tratar mirar contar empezar esperar buscar existir entrar trabajar escribir perder producir ocurrir " +
		"entender pedir recibir recordar terminar permitir aparecer conseguir comenzar servir sacar necesitar " +
		"mantener resultar leer caer cambiar presentar crear abrir considerar oír acabar convertir ganar formar " +
		"traer partir morir aceptar realizar suponer comprender lograr explicar preguntar tocar reconocer estudiar " +
		"alcanzar nacer dirigir correr utilizar pagar ayudar gustar jugar escuchar cumplir ofrecer descubrir " +
		"levantar intentar usar dormir",
};

/** Usual verbs of rare shapes, which too few others share to be learnt from: each form of theirs must be known too. */
export const rare = {
	fr:
		"absoudre acquérir bouillir conquérir convaincre coudre découdre dissoudre émouvoir équivaloir moudre " +
		"mouvoir prévaloir promouvoir recoudre requérir résoudre revêtir saillir vaincre valoir vêtir",
	de:
		"befehlen bergen einladen empfehlen entladen erlöschen erschrecken essen fechten flechten fressen laden " +
		"messen quellen schmelzen schrecken schwellen stehlen verbergen verzeihen",
	it:
		"adempiere assumere avviare cedere concedere cuocere difendere disfare dissolvere distinguere espellere " +
		"estinguere evolvere giacere inviare nuocere offendere percuotere possedere presumere redimere riassumere " +
		"riavere riempiere risolvere riscuotere scindere scuotere sedere soddisfare spegnere tacere udire",
	es: "conducir hervir rendir vestir",
};
