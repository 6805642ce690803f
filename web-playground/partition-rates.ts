// What partitions serve each second, from the sums that the engine tells of each minute: the
// difference between what was read now and a few seconds ago.

export interface Units {
  Read?: number;
  Write?: number;
}

export interface MinuteSums {
  PartitionId: number;
  MinuteUnits: Units;
  LastMinuteUnits: Units;
}

/** Units a second. */
export interface Rate {
  read: number;
  write: number;
}

interface Sample {
  atMs: number;
  /** By partition, growing from one sample to the next. */
  sums: Map<number, Rate>;
}

const windowMs = 3000;

export class PartitionRates {
  private samples: Sample[] = [];
  private minutes = new Map<number, Rate>();

  /** Other partitions are looked at from now on. */
  clear(): void {
    this.samples = [];
    this.minutes.clear();
  }

  /** Takes what was told at `atMs`, in the page's own milliseconds. */
  add(partitions: readonly MinuteSums[], atMs: number): void {
    const before = this.samples.at(-1)?.sums;
    const sums = new Map<number, Rate>();
    for (const partition of partitions) {
      const { PartitionId: id } = partition;
      const sum = before?.get(id) ?? { read: 0, write: 0 };
      const grown = this.growth(partition);
      sums.set(id, { read: sum.read + grown.read, write: sum.write + grown.write });
      this.minutes.set(id, rateOf(partition.MinuteUnits));
    }
    this.samples.push({ atMs, sums });
    while (this.samples.length > 2 && this.samples[1]!.atMs <= atMs - windowMs) {
      this.samples.shift();
    }
  }

  /** Over the last seconds in which it was there; 0 of a partition that is new. */
  of(id: number): Rate {
    const first = this.samples.find(({ sums }) => sums.has(id));
    const last = this.samples.at(-1);
    const [from, to] = [first?.sums.get(id), last?.sums.get(id)];
    if (from === undefined || to === undefined || first === last) return { read: 0, write: 0 };
    const seconds = (last!.atMs - first!.atMs) / 1000;
    return { read: (to.read - from.read) / seconds, write: (to.write - from.write) / seconds };
  }

  /** What came since the last sample, which may have been told in the minute before. */
  private growth({ PartitionId, MinuteUnits, LastMinuteUnits }: MinuteSums): Rate {
    const before = this.minutes.get(PartitionId);
    if (before === undefined) return { read: 0, write: 0 };
    const [now, last] = [rateOf(MinuteUnits), rateOf(LastMinuteUnits)];
    const isNewMinute = now.read < before.read || now.write < before.write;
    const rest = isNewMinute ? last : { read: 0, write: 0 };
    return {
      read: Math.max(0, now.read + rest.read - before.read),
      write: Math.max(0, now.write + rest.write - before.write),
    };
  }
}

const rateOf = ({ Read = 0, Write = 0 }: Units): Rate => ({ read: Read, write: Write });
