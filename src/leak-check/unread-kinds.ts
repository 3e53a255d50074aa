/** How files begin that nobody here can look into. Every pattern is one of bytes, each as a Latin-1 letter. */

const ARCHIVES: Record<string, string> = {
  ...{ '7-Zip': '7z\\xbc\\xaf', RAR: 'Rar!', bzip2: 'BZh\\d', xz: '\\xfd7zXZ', Zstandard: '\\x28\\xb5\\x2f\\xfd' },
  ...{
    LZ4: '\\x04\\x22\\x4d\\x18',
    cabinet: 'MSCF',
    compress: '\\x1f[\\x9d\\xa0]',
    lzip: 'LZIP',
    LZMA: '\\x5d\\0\\0.{2}',
  },
  ...{ LHA: '..-l[hz].-', ARJ: '\\x60\\xea', ar: '!<arch>\n' },
};

/**
 * Packed inside, so that their texts or numbers do not stand in their bytes: help, mail, fonts, workbooks, databases, Flash,
 * drawings, models.
 */
const PACKED: Record<string, string> = {
  ...{
    help: 'ITSF\\x03',
    mailbox: '!BDN',
    'rich text of Outlook': '.{8}LZFu',
    'mail of Outlook': 'x\\x9f>"',
    'web font': 'wOF[F2]',
    SQLite: 'SQLite format 3\\0',
    Access: '\\0\\x01\\0\\0Standard (?:Jet|ACE) DB',
    'workbook of Excel 4 or older': '\\x09[\\0\\x02\\x04][\\x04\\x06]\\0',
  },
  ...{ Flash: '[CZ]WS[\\x01-\\x40]', AutoCAD: 'AC10\\d\\d\\0', U3D: 'U3D\\0', PRC: 'PRC[^ -~]' },
};

const SOUND_AND_FILM: Record<string, string> = {
  ...{
    'WAVE, AVI': 'RIFF.{4}(?:WAVE|AVI )',
    MP3: 'ID3[\\x02-\\x04]',
    Ogg: 'OggS',
    FLAC: 'fLaC',
    Matroska: '\\x1aE\\xdf\\xa3',
  },
  ...{
    MP4: '.{4}ftyp[A-Za-z0-9]{2}[A-Za-z0-9 ]{2}',
    QuickTime: '.{4}(?:moov|mdat)',
    'Windows Media': '0&\\xb2u\\x8ef\\xcf',
  },
  ...{ 'Flash film': 'FLV\\x01', AMR: '#!AMR', Sun: '\\.snd', AIFF: 'FORM.{4}AIF', CAF: 'caff\\0', MIDI: 'MThd\\0' },
};

const PICTURES: Record<string, string> = {
  ...{ TIFF: 'II\\*|MM\\0\\*', 'JPEG XR': 'II\\xbc', WebP: 'RIFF.{4}WEBP', CorelDRAW: 'RIFF.{4}CDR' },
  ...{ 'JPEG 2000': '\\0\\0\\0\\x0cj[Pp]|\\xff\\x4f\\xff\\x51', 'JPEG XL': '\\0\\0\\0\\x0cJXL|\\xff\\x0a' },
  ...{ EMF: '\\x01\\0{3}.{36} EMF', WMF: '\\xd7\\xcd\\xc6\\x9a|[\\x01\\x02]\\0\\x09\\0\\0[\\x01\\x03]' },
  ...{
    Photoshop: '8BPS',
    icon: '\\0\\0[\\x01\\x02]\\0[^\\0]',
    'icon of Apple': 'icns',
    DjVu: 'AT&TFORM',
    JBIG2: '\\x97JB2',
  },
  bitmap: '\\(\\0{3}.{8}\\x01\\0[\\x01\\x04\\x08\\x10\\x18\\x20]\\0',
  ...{
    Netpbm: 'P[1-6]\\s+(?:#|\\d+\\s+\\d+\\s)|P7\\nW|P[fF]\\n\\d',
    PCX: '\\n[\\0-\\x05]\\x01[\\x01\\x02\\x04\\x08]|\\xb1h\\xde:',
  },
  ...{ SGI: '\\x01\\xda[\\0\\x01][\\x01\\x02]', Sun: 'Y\\xa6j\\x95', XPM: '/\\* XPM', XBM: '#define \\w+_width' },
  ...{ GIMP: 'gimp xcf', QOI: 'qoif', FLIF: 'FLIF', BPG: 'BPG\\xfb', farbfeld: 'farbfeld', MNG: '[\\x8a\\x8b][MJ]NG' },
  ...{
    radiance: '#\\?R(?:ADIANCE|GBE)',
    OpenEXR: 'v/1\\x01',
    DPX: 'SDPX|XPDS',
    Cineon: '\\x80\\x2a\\x5f\\xd7',
    FITS: 'SIMPLE  = ',
  },
  ...{ ImageMagick: 'id=ImageMagick', 'Windows Paint': 'DanM|LinS', IFUNC: 'Image type:' },
};

const beginsWith = (...lists: Record<string, string>[]) =>
  new RegExp(`^(?:${lists.flatMap((list) => Object.values(list)).join('|')})`, 's');

/** Packed files other than ZIP and gzip, sound and film. */
export const PACKED_OR_SOUND = beginsWith(ARCHIVES, PACKED, SOUND_AND_FILM);

/** Pictures in other formats than PNG, JPEG, GIF and BMP. */
export const OTHER_PICTURE = beginsWith(PICTURES);
