// The pages that a browser looks at: a name, and an address. `{section}` is a section of the index.

export const PAGES = {
  accueil: '/',
  resultats: '/recherche?q=accueil+des+usagers&tri=recent',
  filtres: '/recherche?q=accueil&type=workshop&de=2015&a=2024',
  plusieurs: '/recherche?q=accueil&type=workshop&type=session&annee=2019&annee=2023&tri=ancien',
  vide: '/recherche?q=zzyzx+introuvable',
  atelier: '/atelier/{section}?q=non-recours',
  choisir: '/atelier/{section}?q=non-recours&choisir=1',
  concordance: '/concordance?q=accueil&tri=apres',
  evolution: '/evolution?q=accueil',
  documents: '/documents',
  document: '/document/{document}',
  intervenants: '/intervenants',
  themes: '/themes',
  mots: '/mots-cles',
  sigles: '/sigles',
  aide: '/aide',
  dossier: '/dossier',
  imprimer: '/dossier/imprimer',
  projeter: '/dossier/projeter',
  absente: '/nulle-part',
};

export const SECTION = 'actes-valmorin-2023.txt%23atelier-4';
export const DOCUMENT = 'actes-valmorin-2023.txt';

export const address = (path) => path.replace('{section}', SECTION).replace('{document}', DOCUMENT);
