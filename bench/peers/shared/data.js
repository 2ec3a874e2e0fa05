// The topic's own data files: the very ones that the site's page loads.

/** Written into the bundle by bench/bundle.mjs: the folder of the data files. */
const FOLDER = DATA_FOLDER;

const json = async (file) => {
  const answer = await fetch(FOLDER + file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer.json();
};

export async function load() {
  const { files } = await json("manifest.json");
  // The shell has hints for these, so that none of them waits for the manifest.
  const [{ provinces }, { indicators }, { sources }, ...lists] = await Promise.all(
    [files.provinces, files.indicators, files.sources, ...files.observations].map(json),
  );
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
