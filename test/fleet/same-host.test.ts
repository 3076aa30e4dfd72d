import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { HostJob } from '../../src/fleet/host-job.js';
import { joinSameHosts } from '../../src/fleet/same-host.js';
import { foldName } from '../../src/text/fold-name.js';
import { argsOf } from '../support/args-of.js';
import { outline } from './plans.js';

const planned = (job: Partial<HostJob>, ...faults: readonly Diagnostic[]) => ({
  job: { host: 'EDGE01', exports: ['a.csv'], place: { file: 'm.csv', line: 2 }, ...job },
  faults,
});
const joined = (...all: ReturnType<typeof planned>[]) => outline(joinSameHosts(all));

describe('joinSameHosts', () => {
  it('joins the exports of one host, each once', () => {
    expect(joined(planned({}), planned({ exports: ['b.csv', 'a.csv'] }))).toEqual({
      jobs: [['EDGE01', 'a.csv', 'b.csv']],
      refused: [],
      said: [],
    });
  });

  it('takes the first spelling, and warns once of each other', () => {
    const [one, two] = [planned({ host: 'edge01' }), planned({ host: 'Edge01' })];
    const plan = joinSameHosts([planned({}), one, one, two]);
    expect(plan.jobs.map(({ host }) => host)).toEqual(['EDGE01']);
    expect(plan.diagnostics.map((d) => [argsOf(d)['written'], argsOf(d)['host']])).toEqual([
      ['edge01', 'EDGE01'],
      ['Edge01', 'EDGE01'],
    ]);
    expect(joined(planned({ host: 'M\u00dcNCHEN' }), planned({ host: 'mu\u0308nchen' })).jobs).toHaveLength(1);
  });

  it.each([
    [{ fqdn: 'b.example.mil' }],
    [{ ip: ['192.0.2.1'] }],
    [{ mac: ['00:00:5E:00:53:01'] }],
    [{ role: 'Workstation' }],
    [{ marking: 'U' }],
    [{ benchmark: 'b.zip' }],
    [{ into: 'x.ckl' }],
  ])('refuses a host of which another row says %j', (other) => {
    const refused = { jobs: [], refused: [['EDGE01', 'host-twice']] };
    expect(joined(planned({}), planned(other))).toMatchObject(refused);
    expect(joined(planned(other), planned({}))).toMatchObject(refused);
    expect(joined(planned(other), planned(other)).refused).toEqual([]);
  });

  it('does not mind the order of addresses or the case of names, but that of paths and markings', () => {
    const one = planned({ fqdn: 'A.example.mil', ip: ['192.0.2.1', '192.0.2.2'] });
    const two = planned({ fqdn: 'a.example.mil', ip: ['192.0.2.2', '192.0.2.1'] });
    expect(joined(one, two).refused).toEqual([]);
    expect(joined(planned({ into: 'a.ckl' }), planned({ into: 'A.ckl' })).jobs).toEqual([]);
  });

  it('refuses the host where one of its rows is refused, and leaves others alone', () => {
    expect(
      joined(
        planned({}),
        planned({ host: 'edge01' }, diagnostic('ip-invalid', {}, { written: 'x' })),
        planned({ host: 'EDGE02' }),
      ),
    ).toEqual({
      jobs: [['EDGE02', 'a.csv']],
      refused: [['EDGE01', 'ip-invalid']],
      said: ['hosts-differ-in-case'],
    });
  });

  it('keeps rows without a host apart', () => {
    const none = planned({ host: undefined });
    expect(joined(none, none).jobs).toEqual([
      [undefined, 'a.csv'],
      [undefined, 'a.csv'],
    ]);
  });

  it('loses no host and no export, whatever the case', () => {
    const host = fc.stringMatching(/^[abAB\u00e9\u00c9]{1,3}$/);
    const row = fc.record({ host, exports: fc.array(fc.stringMatching(/^[a-f]$/), { minLength: 1, maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { jobs, refused } = joinSameHosts(rows.map((one) => planned(one)));
        expect(refused).toEqual([]);
        const wanted = new Map<string, Set<string>>();
        for (const one of rows) {
          const set = wanted.get(foldName(one.host)) ?? new Set();
          wanted.set(foldName(one.host), set);
          for (const name of one.exports) set.add(name);
        }
        expect(new Map(jobs.map((job) => [foldName(job.host ?? ''), new Set(job.exports)]))).toEqual(wanted);
      }),
    );
  });
});
