export { openOwnFonts } from './open-own-fonts';
