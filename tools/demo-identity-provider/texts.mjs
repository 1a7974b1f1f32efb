/** @typedef {'sv' | 'en'} Language */

export const texts = {
  sv: {
    pickTitle: 'Välj vem du vill prova som',
    product: 'Målspår',
    demo: 'Demoinloggning',
    pickLead:
      'Det här är en demoinloggning med påhittade personer. Inget lösenord behövs, och inget skickas till Microsoft. I skarp drift loggar du in med ditt vanliga arbetskonto.',
    cancel: 'Avbryt inloggningen',
    signOutTitle: 'Logga ut',
    signOutLead: 'Du loggas ut från demoinloggningen.',
    signOut: 'Logga ut',
    switchTitle: 'Byt konto',
    switchLead: 'Det tidigare demokontot loggas ut först.',
    goOn: 'Fortsätt',
    errorTitle: 'Inloggningen kunde inte fortsätta',
    errorLead: 'Den kan ha blivit för gammal eller ha öppnats i en annan flik. Börja om från Målspår.',
    startOver: 'Till Målspår',
    otherLanguage: 'In English',
  },
  en: {
    pickTitle: 'Choose whom to try as',
    product: 'Målspår',
    demo: 'Demo sign-in',
    pickLead:
      'This is a demo sign-in with made-up people. No password is needed, and nothing is sent to Microsoft. In real use you sign in with your ordinary work account.',
    cancel: 'Cancel sign-in',
    signOutTitle: 'Sign out',
    signOutLead: 'You are being signed out of the demo sign-in.',
    signOut: 'Sign out',
    switchTitle: 'Switch account',
    switchLead: 'The earlier demo account is signed out first.',
    goOn: 'Continue',
    errorTitle: 'Sign-in could not go on',
    errorLead: 'It may have become too old, or have been opened in another tab. Start over from Målspår.',
    startOver: 'To Målspår',
    otherLanguage: 'På svenska',
  },
};

/**
 * Swedish unless the address or the browser asks for English before Swedish.
 * @param {string | null | undefined} asked  `lang` of the address.
 * @param {string | undefined} acceptLanguage
 * @returns {Language}
 */
export function chooseLanguage(asked, acceptLanguage = '') {
  if (asked === 'sv' || asked === 'en') return asked;
  const known = acceptLanguage
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((language) => language === 'sv' || language === 'en');
  return known === 'en' ? 'en' : 'sv';
}
