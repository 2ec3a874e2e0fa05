// Which figures are shown: for each definition the latest result and target of each chosen
// province, and the country's.

import { end } from "./words.js";

export const LOOKS = {
  "br-vt": { color: "#0067a8", shape: "circle" },
  "khanh-hoa": { color: "#bf4618", shape: "square" },
  "binh-phuoc": { color: "#00785a", shape: "triangle" },
  "bac-lieu": { color: "#8e4585", shape: "diamond" },
};

export function bandsOf(data, chosen) {
  return data.indicators
    .map((indicator) => {
      const figuresOf = (province) => {
        const own = data.observations.filter(
          (one) => one.indicator === indicator.id && one.province === province,
        );
        const last = (kind, key) =>
          own
            .filter((one) => one.kind === kind && one.value !== undefined)
            .sort((a, b) => (end(a[key]) < end(b[key]) ? 1 : -1))[0];
        const result = last("result", "period");
        const target = last("target", "deadline");
        const name = data.provinces.get(province).short.vi;
        return { province, name, result, target, ...LOOKS[province] };
      };
      const isThere = ({ result, target }) => result || target;
      return {
        name: indicator.name.vi,
        rows: chosen.map(figuresOf).filter(isThere),
        country: [figuresOf("national")].find(isThere),
      };
    })
    .filter(({ rows, country }) => rows.length > 0 || country);
}
