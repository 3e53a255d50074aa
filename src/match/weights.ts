/**
 * How much each part of an address gives the place away: an estimate of how often a text that holds just this part
 * means the protected address. Parts are taken as independent: confidence = 1 − ∏(1 − weight). The values are chosen
 * so that the pairs named below fall on the right side of the threshold.
 */
export const WEIGHTS = {
  /** A road alone is passed, driven along, and named by its police station: no hit. With a number it is one. */
  road: 0.3,
  roadOfStretch: 0.2,
  /** Where a town stands in the place of the road, the number of a group is enough. */
  town: 0.35,
  /** A community or village is where people live; its name alone gives the place away. */
  place: 0.8,
  /** A name of two characters may be part of other words, but silence is the worse mistake. */
  shortPlace: 0.6,
  /** 阳光 for 阳光花园 is an ordinary word: it needs a door beside it. Four characters are hardly one. */
  placeCore: 0.3,
  longPlaceCore: 0.6,
  /** What a group of villagers is called after (羊排三组): with the number of the group it is a hit. */
  hamlet: 0.35,
  /** Words of a note (内寨, 靠近水塔) say nothing by themselves: they only hold an address together. */
  noteWord: 0.05,
  /** Road and number reach the threshold whatever the number; number and room do even without a road. */
  number: 0.45,
  shortNumber: 0.3,
  room: 0.5,
  shortRoom: 0.25,
  building: 0.3,
  group: 0.25,
  regiment: 0.35,
  floor: 0.1,
  minor: 0.15,
  /** Initials are three letters of chance: they count with the right number of two digits behind them. */
  initials: 0.2,
  /** A name in which one character is another of the same sound or shape: it counts beside the right doors only. */
  alikeRoad: 0.2,
  alikePlace: 0.25,
  /** A name with more than that: two numbers of the address must stand beside it. */
  slip: 0.05,
  /** What is left of a name (蓝湾 of 蓝湾半岛) directly before numbers of the address; of two characters, before two numbers. */
  nameRest: 0.35,
  shortNameRest: 0.25,
  /** Whoever hides the number of exactly this road (幸福路××号) writes about the address. */
  hiddenNumber: 0.3,
  /** What is left of a half-hidden road (幸×路). */
  halfHiddenRoad: 0.2,
} as const;

/**
 * From here on a find is a hit. Half: road and number, building and room, or a place's name are above; road alone,
 * building alone, number alone and a place's everyday word are below.
 */
export const HIT_THRESHOLD = 0.5;

/** What is found as it is spelt is certain; a number without one of its digits nearly so. */
export const CERTAIN = 1;
export const NEARLY_CERTAIN = 0.95;
