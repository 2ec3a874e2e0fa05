// Lighthouse is installed here, beside the peers, and is found from here only.

export { launch } from "chrome-launcher";
export { default as lighthouse } from "lighthouse";
export { defaultSettings } from "lighthouse/core/config/constants.js";
