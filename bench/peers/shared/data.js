// The topic's own data: the very file that the site's page loads.

/** Written into the bundle by bench/bundle.mjs: the URL of the share. */
const SHARE = DATA_SHARE;

export async function load() {
  const answer = await fetch(SHARE);
  if (!answer.ok) throw new Error(`${SHARE}: ${answer.status}`);
  // The lists of definitions stand first, then the observations of each province.
  const [{ provinces }, { indicators }, { sources }, ...lists] = Object.values(await answer.json());
  const observations = lists.flatMap(({ province, observations }) =>
    observations.map((observation) => ({ ...observation, province })),
  );
  const disputed = new Set(
    observations.flatMap(({ id, disputes = [] }) => (disputes.length ? [id, ...disputes] : [])),
  );
  return {
    indicators,
    observations,
    disputed,
    provinces: new Map(provinces.map((province) => [province.id, province])),
    sources: new Map(sources.map((source) => [source.id, source])),
  };
}
