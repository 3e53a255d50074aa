/** Names that ISO 32000-1 and the tools of every writer use: they say nothing, and need not be searched. */
export const STANDARD_NAMES: ReadonlySet<string> = new Set(
  `A AA AP AS ASCII85Decode ASCIIHexDecode ActualText Alt Alternates Annot Annots Artifact Ascent Attached AvgWidth
BBox BG BM BS BaseFont BaseState BitsPerComponent Border Bottom Bounds ByteRange C CA CIDFontType0 CIDFontType0C
CIDFontType2 CIDSystemInfo CIDToGIDMap CS CapHeight Caption Catalog CharSet Colors ColorSpace Columns Contents
Count CreationDate Creator D DA DCTDecode DP DR DV DW Decode DecodeParms DescendantFonts Dest DestOutputProfile Dests
DeviceCMYK DeviceGray DeviceRGB Differences DisplayDocTitle Div Document Domain E EF EarlyChange EmbeddedFile
EmbeddedFiles Encode Encoding ExtGState Extends F FFilter FT Fields Figure Filespec Filter First FirstChar FitWindow
Flags FlateDecode Font FontBBox FontDescriptor FontFamily FontFile FontFile2 FontFile3 FontMatrix FontName FontStretch
FontWeight Form FormType Functions GTS_PDFA1 Group H H1 H2 H3 H4 H5 H6 Height I ICCBased ID IDS IRT Identity Identity-H
Identity-V Image ImageB ImageC ImageI ImageMask Index Indexed Info Interpolate IsMap ItalicAngle JS JavaScript K Kids L
LBody LI Lang Last LastChar LastModified Layout Lbl Leading Left Length Length1 Length2 Length3 Limits Link ListMode
LW LZWDecode MCID MCR MK Mask MarkInfo Marked MaxWidth MediaBox Metadata MissingWidth ModDate N Names Next Nums O
OBJR OCG OCGs OCProperties OFF ON ObjStm Obj OpenAction Order OutputCondition OutputConditionIdentifier OutputIntent
OutputIntents P PDF Page PageLabels PageLayout PageMode Pages Pagination Parent ParentTree ParentTreeNextKey Pattern Pg
Placement Predictor Prev ProcSet Producer Properties Q QuadPoints R Rect RegistryName Resources Right Role RoleMap Root
Rotate RowSpan ColSpan Rows S SMask Scope Sect Separation Shading Size Span StemV StructElem StructParent StructParents
StructTreeRoot Style Subject Subtype Suspects T TBody TD TH THead TR TU Table Tabs Text Threads Title ToUnicode TOC TOCI
Top TrimBox TrueType Type Type0 Type1 Type1C Type3 U UF URI UserUnit V Version ViewerPreferences W WMode Watermark
Widths Width WinAnsiEncoding X XML XObject XHeight XRef XRefStm XYZ ca adbe.x509.rsa_sha1 begin pdfaExtension
Registry Ordering Supplement CMapName CMapType CIDInit Differences Adobe UCS Adobe-Identity-UCS`.split(/\s+/),
);
