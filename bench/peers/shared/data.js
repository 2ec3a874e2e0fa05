// The topic's own data: the very file that the site's page loads.

/** Written into the script by bench/bundle.mjs: the URL of the bundle. */
const BUNDLE = DATA_BUNDLE;

export async function load() {
  const answer = await fetch(BUNDLE);
  if (!answer.ok) throw new Error(`${BUNDLE}: ${answer.status}`);
  const { provinces, indicators, sources, ...bundle } = await answer.json();
  // Each entry of the list has the figures of one province.
  const observations = bundle.observations.flatMap(({ province, observations }) =>
    observations.map((one) => ({ ...one, province })),
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
