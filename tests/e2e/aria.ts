// What assistive technology gets of a page, as a text for review: Chromium's own tree of roles, names and
// descriptions, without what comes from the data.

import type { Page } from "@playwright/test";

type Value = { value?: unknown };
type AxNode = {
  nodeId: string;
  backendDOMNodeId?: number;
  ignored: boolean;
  role?: Value;
  name?: Value;
  description?: Value;
  properties?: { name: string; value: Value }[];
  childIds?: string[];
};

/** Roles that say nothing by themselves: texts, and what only holds other elements. */
const SILENT = new Set([
  ..."StaticText InlineTextBox LineBreak ListMarker generic none paragraph Section LabelText Legend".split(" "),
  ..."strong emphasis time code mark superscript subscript Abbr Figcaption SvgRoot image".split(" "),
  ..."caption rowgroup MenuListPopup term definition".split(" "),
]);

/**
 * Roles of what there is as often as the data want. Of these the text has only which roles are in them, for else every
 * new figure would change it.
 */
const REPEATED = new Set(["list", "row", "article", "DescriptionList", "disclosure", "chart"]);

/** Parts of the page whose lists are those of the interface. */
const FRAME = new Set(["banner", "navigation", "contentinfo", "form", "search"]);

/** A list with more options than these has those of the data. */
const MAX_OPTIONS = 20;

/** Properties that change what is said, in addition to role and name. */
const SPOKEN = ["live", "expanded", "checked", "pressed", "disabled", "required", "readonly"];

/** Has Chromium list all of a page to be opened: it leaves out what it lays out only once that is scrolled to. */
export async function listAll(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important; }");
    document.adoptedStyleSheets = [sheet];
  });
}

/** The tree of a page, a line for each element, indented by two spaces in each element that holds it. */
export async function ariaLines(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: AxNode[] };
  await session.detach();
  const tree = new Map(nodes.map((node) => [node.nodeId, node]));
  const root = nodes[0];
  return root ? linesOf(root, tree, { depth: 0, isFrame: false }) : [];
}

type Tree = Map<string, AxNode>;
type Place = { depth: number; isFrame: boolean };

function linesOf(node: AxNode, tree: Tree, { depth, isFrame }: Place): string[] {
  const role = roleOf(node, tree);
  const isInFrame = isFrame || FRAME.has(role);
  const roles = rolesWithin(node, tree);
  const isSilent = node.ignored || SILENT.has(role) || (role === "row" && roles.has("columnheader"));
  // What has a button belongs to the interface, too.
  if (REPEATED.has(role) && !isSilent && !isInFrame && !roles.has("button")) {
    const own = role === "chart" ? described(node, role) : role;
    return ["  ".repeat(depth) + [own, [...roles].sort().join(", ")].filter((text) => text !== "").join(" of ")];
  }
  const inside = { depth: isSilent ? depth : depth + 1, isFrame: isInFrame };
  const children = partsOf(role, node, tree).flatMap((child) => linesOf(child, tree, inside));
  return [...(isSilent ? [] : ["  ".repeat(depth) + described(node, role)]), ...withoutRepetitions(children)];
}

/** What of an element has lines of its own: not the parts of a date field, which are the browser's, nor a long list. */
function partsOf(role: string, node: AxNode, tree: Tree): AxNode[] {
  const children = childrenOf(node, tree);
  if (role === "Date" || (role === "MenuListPopup" && children.length > MAX_OPTIONS)) return [];
  return children;
}

/**
 * Lines without those that say the same again. Neighbors that are there as often as the data want become one line with
 * the roles of all of them.
 */
function withoutRepetitions(lines: string[]): string[] {
  return lines.reduce<string[]>((kept, line) => {
    const [own, roles] = partsOfLine(line);
    const [lastOwn, lastRoles] = partsOfLine(kept.at(-1) ?? "");
    if (own !== lastOwn) return [...kept, line];
    const all = [...new Set([...lastRoles, ...roles])].sort();
    return [...kept.slice(0, -1), all.length > 0 ? `${own} of ${all.join(", ")}` : own];
  }, []);
}

/** What a line is about, and which roles are in it. */
function partsOfLine(line: string): [string, string[]] {
  const [, own = line, roles] = /^( *[a-zA-Z]+) of (.*)$/.exec(line) ?? [];
  return [own, roles?.split(", ") ?? []];
}

function childrenOf(node: AxNode, tree: Tree): AxNode[] {
  return (node.childIds ?? []).flatMap((id) => tree.get(id) ?? []);
}

/**
 * The role that Chromium gives; but a drawing of ours is a chart, `details` are one thing with their summary, and a form
 * without a name is no landmark, which not every version of Chromium knows.
 */
function roleOf(node: AxNode, tree: Tree): string {
  const role = String(node.role?.value ?? "none");
  if (role === "form" && !node.name?.value) return "generic";
  if (propertyOf(node, "roledescription") !== undefined) return "chart";
  const isDetails = role === "group" && childrenOf(node, tree).some((child) => hasTriangle(child, tree));
  if (isDetails) return "disclosure";
  return role === "heading" ? `heading ${propertyOf(node, "level")}` : role;
}

function hasTriangle(node: AxNode, tree: Tree): boolean {
  const isIgnored = node.ignored || SILENT.has(String(node.role?.value));
  return node.role?.value === "DisclosureTriangle" || (isIgnored && childrenOf(node, tree).some((child) => hasTriangle(child, tree)));
}

function propertyOf(node: AxNode, name: string): unknown {
  return node.properties?.find((property) => property.name === name)?.value.value;
}

/** The roles of all that is in an element, without what says nothing by itself. */
function rolesWithin(node: AxNode, tree: Tree, found = new Set<string>()): Set<string> {
  for (const child of childrenOf(node, tree)) {
    const role = roleOf(child, tree);
    if (!child.ignored && !SILENT.has(role)) found.add(role);
    rolesWithin(child, tree, found);
  }
  return found;
}

/** The line of one element: its role, its name, what else is said of it, and its description. */
function described(node: AxNode, role: string): string {
  const spoken = SPOKEN.flatMap((name) => {
    const value = propertyOf(node, name);
    if (value === undefined || value === false || value === "false") return [];
    return value === true || value === "true" ? `[${name}]` : `[${name} ${value}]`;
  });
  const name = numberless(String(node.name?.value ?? ""));
  const description = fixedSentences(String(node.description?.value ?? ""));
  // Editions and years of the data are options, too.
  const shown = role === "option" && name.includes("#") ? "…" : name;
  return [role, ...(shown ? [`"${shown}"`] : []), ...spoken, ...(description ? [`— ${description}`] : [])].join(" ");
}

/** A name with "#" for each number, because the data decide about it. */
function numberless(name: string): string {
  return name.replace(/\d+([.,/]\d+)*/g, "#").replace(/\s+/g, " ").trim();
}

/** A description with "…" for each sentence that has a number: what it says comes from the data. */
function fixedSentences(description: string): string {
  const sentences = description.split(/(?<=[.?!]) /).map((sentence) => (/\d/.test(sentence) ? "…" : sentence));
  return withoutRepetitions(sentences).join(" ");
}

/** What a reader follows or presses, but for the marks of drawings (tests/pages/charts.rs checks these). */
const FOLLOWED = "a[href], button, summary";

/**
 * The links and buttons whose name does not begin with what is seen of them, so that whoever speaks to the browser
 * would not be understood (WCAG 2.2, 2.5.3), and those of which a screen reader says something twice. `nNamed` is how
 * many there are at all.
 */
export async function misnamed(page: Page): Promise<{ nNamed: number; faults: string[] }> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: AxNode[] };
  const spoken = new Map(nodes.map((node) => [node.backendDOMNodeId, node]));
  const expression = `[...document.querySelectorAll("${FOLLOWED}")].filter((one) => one.checkVisibility() && !one.closest("svg"))`;
  const list = await session.send("Runtime.evaluate", { expression });
  const objectId = list.result.objectId ?? "";
  const { result: items } = await session.send("Runtime.getProperties", { objectId, ownProperties: true });
  const elements = items.filter(({ name }) => /^\d+$/.test(name)).map(({ value }) => ({ objectId: value?.objectId ?? "" }));
  const faults: string[] = [];
  for (const element of elements) {
    const { node } = await session.send("DOM.describeNode", element);
    const call = { ...element, functionDeclaration: SEEN, returnByValue: true };
    const seen = String((await session.send("Runtime.callFunctionOn", call)).result.value);
    const name = solid(spoken.get(node.backendNodeId)?.name);
    const description = solid(spoken.get(node.backendNodeId)?.description);
    if (name === "" || !name.startsWith(solid({ value: seen }))) faults.push(`${seen}: is called ${name}`);
    if (description !== "" && name.includes(description)) faults.push(`${seen}: says ${description} twice`);
  }
  await session.detach();
  return { nNamed: elements.length, faults };
}

/** The text that is seen of an element: neither what only screen readers say, nor what is printed by style sheets. */
const SEEN = `function () {
  const texts = document.createTreeWalker(this, NodeFilter.SHOW_TEXT);
  let seen = "";
  while (texts.nextNode()) if (!texts.currentNode.parentElement.closest(".t-hidden")) seen += texts.currentNode.data;
  return seen;
}`;

/** A text as it is compared: capital letters and spaces are not heard. */
function solid(text?: Value): string {
  return String(text?.value ?? "").replace(/\s+/g, "").toLowerCase();
}
