import type { CaseInstrument } from '../../templates/law';
import { buildCopy, type Copy, readSamples, type Sample } from './build-copy';

/** The samples of an instrument, and the copies that are made of them. */
export function openCopies(instrument: CaseInstrument) {
  const samples = new Map(readSamples(instrument.id));
  const made = new Map<string, Copy>();

  function sampleOf(name: string): Sample {
    const sample = samples.get(name);
    if (sample === undefined) throw new Error(`no sample ${name}`);
    return sample;
  }

  /** A sample's copy for the audience it was written for, or another; made once. */
  function copyOf(name: string, audience = sampleOf(name).audience ?? ''): Copy {
    const copy = made.get(`${name}.${audience}`) ?? buildCopy({ instrument, sample: sampleOf(name), audience });
    made.set(`${name}.${audience}`, copy);
    return copy;
  }

  /** The copy of a sample with another patch, and with another entry of the case where the patch leaves only that. */
  function changedCopy(name: string, changes: Pick<Sample, 'patch' | 'item'>): Copy {
    const sample = sampleOf(name);
    return buildCopy({ instrument, sample: { ...sample, ...changes }, audience: sample.audience ?? '' });
  }

  return { samples, copyOf, changedCopy };
}

/** Findings of the instrument itself; those on the case carry the section they belong to. */
export function ownFindings({ findings }: Copy) {
  return findings.filter((finding) => !('section' in finding));
}
