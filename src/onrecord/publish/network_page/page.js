/* The page's script. What comes from articles enters the page through textContent or onto the canvas, never as markup. */
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const CARDS_AT_ONCE = 40;
  const RESULTS = 30;
  const MOST_CONNECTED = 12;
  const NEAREST = 1.15; // a small graph does not blow up to fill the screen
  const DIM = 0.16;
  const SMALLEST_LETTERS = 11.5; // of names, in CSS pixels on screen
  const SMALLEST_WORDS = 9.5; // of relations
  const SMALLEST_DOT = 2.2; // radius of a node

  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const { entities, bundles, statements, documents, styles } = data;
  const relations = new Map(statements.map((statement) => [statement.predicate, statement.relation]));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const narrow = matchMedia("(max-width: 800px)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  /** What the reader chose: values taken out by filters, names found, and the node or edge in the panel. */
  const view = { out: { types: new Set(), statuses: new Set(), relations: new Set(), open: new Set(["open"]) }, found: null, chosen: null, cards: 0, scale: 1, waiting: 0 };

  /* ---- small helpers ---- */

  function element(name, properties = {}, children = []) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key.includes("-")) made.setAttribute(key, value);
      else made[key] = value;
    }
    made.append(...children);
    return made;
  }

  const colour = (style) => (dark.matches ? style.dark : style.light);
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function faded(hex, share) {
    return hex + Math.round(share * 255).toString(16).padStart(2, "0");
  }

  /* ---- swatches: the legend in the shapes and lines of the drawing ---- */

  const SHAPES = {
    dot: ["circle", { cx: 8, cy: 8, r: 6 }],
    square: ["rect", { x: 2.5, y: 2.5, width: 11, height: 11 }],
    diamond: ["path", { d: "M8 1 15 8 8 15 1 8Z" }],
    triangle: ["path", { d: "M8 1.5 15 14H1Z" }],
    star: ["path", { d: "M8 .8 9.9 5.6 15 5.9 11 9.2 12.4 14.2 8 11.4 3.6 14.2 5 9.2 1 5.9 6.1 5.6Z" }],
  };
  const TIPS = { arrow: "M40 6 33 2.5V9.5Z", vee: "M33 2.5 40 6 33 9.5 35.5 6Z", bar: "M37 1H40V11H37Z", box: "M33 2.5H40V9.5H33Z" };

  function drawn(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function swatch(style, width, height, parts) {
    const made = drawn("svg", { class: "swatch", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
    made.dataset.light = style.light;
    made.dataset.dark = style.dark;
    made.style.color = colour(style);
    made.append(...parts);
    return made;
  }

  function typeSwatch(type) {
    const [name, attributes] = SHAPES[styles.types[type].shape];
    return swatch(styles.types[type], 16, 16, [drawn(name, { ...attributes, fill: "currentColor" })]);
  }

  function statusSwatch(status) {
    const style = styles.statuses[status];
    const dashes = style.dashes ? style.dashes.map((length) => length * 0.7).join(" ") : "none";
    const line = drawn("path", { d: "M0 6H33", stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": dashes, fill: "none" });
    return swatch(style, 40, 12, [line, drawn("path", { d: TIPS[style.arrow], fill: "currentColor" })]);
  }

  /* ---- the drawing ---- */

  const picture = byId("network");
  if (picture.clientHeight > 1.2 * picture.clientWidth) { // upright screens get the layout upright
    for (const node of data.network.nodes) [node.x, node.y] = [node.y, node.x];
  }
  const nodes = new vis.DataSet(data.network.nodes);
  const edges = new vis.DataSet(data.network.edges);
  const edgeLabels = data.network.edges.map((edge) => edge.label);
  const nodeLabels = data.network.nodes.map((node) => node.label);
  const byWeight = data.network.nodes.map((_, number) => number)
    .sort((one, other) => data.network.nodes[other].size - data.network.nodes[one].size || one - other);
  const network = new vis.Network(picture, { nodes, edges }, data.network.options);

  const passes = (statement) => !view.out.statuses.has(statement.status) && !view.out.relations.has(statement.predicate)
    && !(statement.open && view.out.open.has("open"));
  const isTypeShown = (number) => !view.out.types.has(entities[number].type);
  const isNodeShown = (number) => isTypeShown(number) && entities[number].statements.some((place) => passes(statements[place]));
  const isEdgeShown = (bundle) => isTypeShown(bundle.from) && isTypeShown(bundle.to) && passes(bundle);

  /** Numbers of the nodes that stand out now; null: all. */
  function nodesInFocus() {
    if (view.found) return view.found;
    if (!view.chosen) return null;
    if (view.chosen.kind === "edge") return new Set([bundles[view.chosen.number].from, bundles[view.chosen.number].to]);
    const near = new Set([view.chosen.number]);
    for (const bundle of bundles) {
      if (isEdgeShown(bundle) && bundle.from === view.chosen.number) near.add(bundle.to);
      if (isEdgeShown(bundle) && bundle.to === view.chosen.number) near.add(bundle.from);
    }
    return near;
  }

  function isEdgeInFocus(bundle, number) {
    if (!view.chosen) return !view.found;
    if (view.chosen.kind === "edge") return view.chosen.number === number;
    return bundle.from === view.chosen.number || bundle.to === view.chosen.number;
  }

  /**
   * The names that fit without touching when letters keep a readable size on screen, most connected first; those in
   * focus always do.
   */
  function labelsThatFit(focus, size) {
    const fitting = new Set();
    const cells = new Map();
    const height = size * 1.3;
    for (const number of byWeight) {
      const { x, y, size: radius } = data.network.nodes[number];
      const half = nodeLabels[number].length * size * 0.29;
      const line = Math.round((y + radius + size / 2) / height);
      const isFree = [line - 1, line, line + 1].every((row) => (cells.get(row) || []).every(([left, right]) => x + half < left || x - half > right));
      if (!isNodeShown(number) || !(isFree || (focus && focus.size < 40 && focus.has(number)))) continue;
      fitting.add(number);
      cells.set(line, [...(cells.get(line) || []), [x - half, x + half]]);
    }
    return fitting;
  }

  function nodeLook(number, focus, labels, ink, ground) {
    const fill = colour(styles.types[entities[number].type]);
    const share = !focus || focus.has(number) ? 1 : DIM;
    const strong = { background: fill, border: ink };
    return {
      id: number,
      size: Math.max(data.network.nodes[number].size, labels.dot),
      label: labels.shown.has(number) ? nodeLabels[number] : "",
      hidden: !isNodeShown(number),
      opacity: share,
      color: { background: fill, border: ground, highlight: strong, hover: strong },
      font: { size: labels.size, color: faded(ink, Math.max(share, 0.3)), strokeColor: share === 1 ? ground : faded(ground, 0.5) },
    };
  }

  /** Whether the edge's words fit between its nodes; they always show on the chosen edges. */
  function isLabelRoom(bundle, number, size) {
    const from = data.network.nodes[bundle.from];
    const to = data.network.nodes[bundle.to];
    const free = Math.hypot(from.x - to.x, from.y - to.y) - from.size - to.size;
    return bundle.from === bundle.to || edgeLabels[number].length * size * 0.6 < free;
  }

  function edgeLook(bundle, number, size, ground) {
    const line = colour(styles.statuses[bundle.status]);
    const clear = bundles.length > 1000 ? 0.45 : 0.85;
    const isClear = isEdgeInFocus(bundle, number);
    const isLabelled = isClear && (view.chosen || (data.labelled && isLabelRoom(bundle, number, size)));
    return {
      id: number,
      hidden: !isEdgeShown(bundle),
      label: isLabelled ? edgeLabels[number] : " ",
      color: { color: line, highlight: line, hover: line, opacity: isClear ? (view.chosen ? 0.95 : clear) : DIM },
      font: { size, color: line, strokeColor: ground },
    };
  }

  function paint() {
    const ink = token("--ink");
    const ground = token("--ground");
    const focus = nodesInFocus();
    view.scale = network.getScale();
    const size = Math.max(data.network.options.nodes.font.size, SMALLEST_LETTERS / view.scale);
    const labels = { size, dot: SMALLEST_DOT / view.scale, shown: labelsThatFit(focus, size) };
    const small = Math.max(data.network.options.edges.font.size, SMALLEST_WORDS / view.scale);
    edges.update(bundles.map((bundle, number) => edgeLook(bundle, number, small, ground)));
    nodes.update(entities.map((_, number) => nodeLook(number, focus, labels, ink, ground)));
  }

  /** Fits the names to the new scale once zooming pauses. */
  function followScale() {
    if (Math.abs(Math.log(network.getScale() / view.scale)) < 0.05) return;
    clearTimeout(view.waiting);
    view.waiting = setTimeout(paint, 90);
  }

  function showAll() {
    network.fit({ maxZoomLevel: NEAREST, animation: still.matches ? false : { duration: 250 } });
  }

  function zoom(factor) {
    const scale = Math.min(Math.max(network.getScale() * factor, 0.02), 6);
    network.moveTo({ scale, animation: still.matches ? false : { duration: 150 } });
  }

  function move(across, down) {
    const { x, y } = network.getViewPosition();
    const step = 80 / network.getScale();
    network.moveTo({ position: { x: x + across * step, y: y + down * step } });
  }

  const KEYS = {
    ArrowLeft: () => move(-1, 0), ArrowRight: () => move(1, 0), ArrowUp: () => move(0, -1), ArrowDown: () => move(0, 1),
    "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: showAll,
  };

  /* ---- the panel ---- */

  function nameButton(number) {
    const entity = entities[number];
    const button = element("button", { type: "button", className: "name-button" }, [
      typeSwatch(entity.type),
      element("span", { className: "name", textContent: entity.name }),
      element("span", { className: "count", textContent: plural(entity.statements.length, "statement") }),
    ]);
    button.addEventListener("click", () => choose("node", number));
    return element("li", {}, [button]);
  }

  function actor(end) {
    if (end.node === undefined || end.node === (view.chosen?.kind === "node" ? view.chosen.number : -1)) {
      return element("span", { className: "actor", textContent: end.name });
    }
    const button = element("button", { type: "button", className: "actor", textContent: end.name });
    button.addEventListener("click", () => choose("node", end.node));
    return button;
  }

  function badge(status) {
    const style = styles.statuses[status];
    return element("p", { className: "badge" }, [
      statusSwatch(status),
      element("span", { className: "word", textContent: style.label }),
      element("span", { className: "meaning", textContent: style.meaning }),
    ]);
  }

  function quotation(statement) {
    const pieces = statement.quote.map(([text, role]) => (role ? element("mark", { className: role, textContent: text }) : text));
    return element("blockquote", { dir: "auto" }, pieces);
  }

  /** A link only for web addresses: a `javascript:` address stays text. */
  function sourceOf(statement) {
    const source = documents[statement.document];
    const words = source.title || source.name;
    const link = element("a", { textContent: words, target: "_blank", rel: "noopener noreferrer" });
    const isWeb = /^https?:\/\//i.test(source.url || "");
    if (isWeb) link.href = source.url;
    const rest = [source.author, source.publisher, source.published].filter(Boolean).join(", ");
    return [isWeb ? link : words, rest ? ` (${rest})` : ""];
  }

  function details(statement) {
    const rows = [
      ["Who says so", [statement.saidBy.join(", ") || "the document itself"]],
      ["Disputed by", [statement.disputedBy.join(", ")], "disputed"],
      ["Date", [statement.date]],
      ["Place", [statement.place]],
      ["Detail", [statement.detail]],
      ["Source", sourceOf(statement)],
      ["Confidence", [`${Math.round(statement.confidence * 100)} %`]],
    ];
    const list = element("dl");
    for (const [word, value, className = ""] of rows) {
      if (value[0]) list.append(element("dt", { textContent: word }), element("dd", { className }, value));
    }
    return list;
  }

  function card(statement) {
    const heading = element("h3", {}, [actor(statement.subject), ` ${statement.relation} `, actor(statement.object)]);
    return element("article", { className: "card" }, [heading, badge(statement.status), quotation(statement), details(statement)]);
  }

  function chosenStatements() {
    const { kind, number } = view.chosen;
    const places = kind === "node" ? entities[number].statements : bundles[number].statements;
    return places.map((place) => statements[place]).filter(passes);
  }

  function describe(entity) {
    const known = Object.entries(entity.identifiers).map(([scheme, value]) => `${scheme} ${value}`);
    const also = entity.aliases.length ? [`also: ${entity.aliases.join(", ")}`] : [];
    return [styles.types[entity.type].label, ...also, ...known].join(" · ");
  }

  function showResting() {
    const most = entities.map((_, number) => number).filter(isNodeShown);
    most.sort((one, other) => entities[other].statements.length - entities[one].statements.length || one - other);
    byId("panel-title").textContent = "Most spoken of";
    byId("panel-note").textContent = "Choose a name or a line to read what is said, by whom, and where.";
    byId("cards").replaceChildren(element("ul", { role: "list" }, most.slice(0, MOST_CONNECTED).map(nameButton)));
    byId("more").hidden = true;
  }

  function showMoreCards() {
    const all = chosenStatements();
    byId("cards").append(...all.slice(view.cards, view.cards + CARDS_AT_ONCE).map(card));
    view.cards = Math.min(view.cards + CARDS_AT_ONCE, all.length);
    const left = all.length - view.cards;
    byId("more").hidden = left === 0;
    byId("more").textContent = `Show ${Math.min(left, CARDS_AT_ONCE)} more of ${left}`;
  }

  function showPanel() {
    const { chosen } = view;
    byId("panel").classList.toggle("resting", !chosen);
    byId("close").hidden = !chosen;
    if (!chosen) return showResting();
    const isNode = chosen.kind === "node";
    const bundle = bundles[chosen.number];
    byId("panel-title").textContent = isNode
      ? entities[chosen.number].name
      : `${entities[bundle.from].name} – ${relations.get(bundle.predicate)} – ${entities[bundle.to].name}`;
    const count = plural(chosenStatements().length, "statement");
    byId("panel-note").textContent = isNode ? `${describe(entities[chosen.number])} · ${count}` : count;
    byId("cards").replaceChildren();
    view.cards = 0;
    showMoreCards();
    byId("panel").scrollTop = 0;
  }

  function choose(kind, number, isFromDrawing = false) {
    view.chosen = { kind, number };
    closeSearch();
    if (narrow.matches) byId("filters").open = false;
    showPanel();
    paint();
    if (kind === "node") network.selectNodes([number], false);
    else network.setSelection({ nodes: [], edges: [number] });
    if (kind === "node" && !isFromDrawing) {
      network.focus(number, { scale: Math.max(network.getScale(), 0.7), animation: still.matches ? false : { duration: 300 } });
      byId("panel").focus({ preventScroll: true });
    }
  }

  function unchoose() {
    view.chosen = null;
    network.unselectAll();
    showPanel();
    paint();
  }

  /* ---- the tooltip ---- */

  function tooltipLine(className, text) {
    return element("p", { className, textContent: text });
  }

  function edgeTooltip(bundle) {
    const first = statements[bundle.statements[0]];
    const quote = first.quote.map(([text]) => text).join("");
    const source = documents[first.document];
    const lines = [
      tooltipLine("first", `${first.subject.name} – ${first.relation} – ${first.object.name}`),
      tooltipLine("", `${styles.statuses[first.status].label}: ${styles.statuses[first.status].meaning}`),
      tooltipLine("quote", `“${quote.length > 280 ? `${quote.slice(0, 279)}…` : quote}”`),
      tooltipLine("", `Says: ${first.saidBy.join(", ") || "the document itself"}`),
      tooltipLine("faint", [source.title || source.name, first.date && `date ${first.date}`].filter(Boolean).join(" · ")),
    ];
    if (bundle.statements.length > 1) lines.push(tooltipLine("faint", `and ${plural(bundle.statements.length - 1, "more statement")}`));
    return lines;
  }

  function nodeTooltip(entity) {
    return [
      tooltipLine("first", entity.name),
      tooltipLine("faint", `${styles.types[entity.type].label}, ${plural(entity.statements.length, "statement")}`),
    ];
  }

  function showTooltip(event, lines) {
    const tooltip = byId("tooltip");
    tooltip.replaceChildren(...lines);
    tooltip.hidden = false;
    const box = tooltip.getBoundingClientRect();
    const left = Math.min(event.clientX + 14, innerWidth - box.width - 8);
    const top = event.clientY + 18 + box.height > innerHeight ? event.clientY - box.height - 12 : event.clientY + 18;
    tooltip.style.transform = `translate(${Math.max(left, 8)}px, ${Math.max(top, 8)}px)`;
  }

  const hideTooltip = () => { byId("tooltip").hidden = true; };

  /* ---- search ---- */

  function matches(query) {
    const words = folded(query).split(/\s+/).filter(Boolean);
    const isMatch = (entity) => words.every((word) => [entity.name, ...entity.aliases].some((name) => folded(name).includes(word)));
    return entities.map((_, number) => number).filter((number) => isNodeShown(number) && isMatch(entities[number]));
  }

  function search() {
    const query = byId("search").value.trim();
    const found = query ? matches(query) : [];
    found.sort((one, other) => entities[other].statements.length - entities[one].statements.length || one - other);
    view.found = query ? new Set(found) : null;
    const none = element("li", {}, [element("p", { textContent: "No such name here." })]);
    byId("results").replaceChildren(...(found.length ? found.slice(0, RESULTS).map(nameButton) : [none]));
    byId("results").hidden = !query;
    byId("announcement").textContent = query ? `${plural(found.length, "name")} found` : "";
    paint();
  }

  function closeSearch() {
    byId("search").value = "";
    byId("results").hidden = true;
    view.found = null;
  }

  function moveInResults(event) {
    const stops = [byId("search"), ...byId("results").querySelectorAll("button")];
    const place = stops.indexOf(document.activeElement);
    if (event.key === "Escape") {
      closeSearch();
      paint();
      byId("search").focus();
    } else if (event.key === "Enter" && place === 0) stops[1]?.click();
    else if (event.key === "ArrowDown") stops[Math.min(place + 1, stops.length - 1)].focus();
    else if (event.key === "ArrowUp") stops[Math.max(place - 1, 0)].focus();
    else return;
    event.preventDefault();
  }

  /* ---- filters, which are the legend too ---- */

  function counts(values) {
    const found = new Map();
    for (const value of values) found.set(value, (found.get(value) || 0) + 1);
    return found;
  }

  function choice(facet, value, words, mark, count) {
    const box = element("input", { type: "checkbox", checked: true, name: facet, value });
    box.addEventListener("change", () => {
      view.out[facet][box.checked ? "delete" : "add"](value);
      refilter();
    });
    const word = element("span", { className: "word", textContent: words.label });
    if (words.meaning) word.append(element("span", { className: "meaning", textContent: words.meaning }));
    const number = element("span", { className: "count", textContent: count.toLocaleString("en") });
    return element("label", { className: mark ? "choice" : "choice plain" }, [box, mark, word, number]);
  }

  function setFacet(facet, isShown) {
    for (const box of byId(facet).querySelectorAll("input")) {
      box.checked = isShown;
      view.out[facet][isShown ? "delete" : "add"](box.value);
    }
    refilter();
  }

  function refilter() {
    const lost = view.chosen && !(view.chosen.kind === "node" ? isNodeShown(view.chosen.number) : isEdgeShown(bundles[view.chosen.number]));
    if (lost) view.chosen = null;
    showPanel();
    paint();
    const shown = entities.filter((_, number) => isNodeShown(number)).length;
    byId("announcement").textContent = `${plural(shown, "name")} shown`;
  }

  function fillFilters() {
    const perType = counts(entities.map((entity) => entity.type));
    const perStatus = counts(statements.map((statement) => statement.status));
    const perRelation = counts(statements.filter((statement) => !statement.open).map((statement) => statement.predicate));
    const open = statements.filter((statement) => statement.open).length;
    for (const [type, style] of Object.entries(styles.types)) {
      if (perType.has(type)) byId("types").append(choice("types", type, style, typeSwatch(type), perType.get(type)));
    }
    for (const [status, style] of Object.entries(styles.statuses)) {
      if (perStatus.has(status)) byId("statuses").append(choice("statuses", status, style, statusSwatch(status), perStatus.get(status)));
    }
    if (open) { // hidden until asked for
      const words = { label: "in their own words", meaning: "no relation covers them" };
      byId("open").append(choice("open", "open", words, "", open));
      byId("open").querySelector("input").checked = false;
      byId("open").hidden = false;
    }
    const all = element("button", { type: "button", textContent: "All", "aria-label": "Show all relations" });
    const none = element("button", { type: "button", textContent: "None", "aria-label": "Hide all relations" });
    all.addEventListener("click", () => setFacet("relations", true));
    none.addEventListener("click", () => setFacet("relations", false));
    byId("relations").append(element("div", { className: "all-none" }, [all, none]));
    const sorted = [...perRelation].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
    for (const [predicate, count] of sorted) {
      byId("relations").append(choice("relations", predicate, { label: relations.get(predicate) }, "", count));
    }
  }

  /* ---- everything together ---- */

  function listenToDrawing() {
    network.on("click", ({ nodes: [node], edges: [edge] }) => {
      if (node !== undefined) choose("node", node, true);
      else if (edge !== undefined) choose("edge", edge, true);
      else if (view.chosen) unchoose();
    });
    network.on("hoverNode", ({ event, node }) => showTooltip(event, nodeTooltip(entities[node])));
    network.on("hoverEdge", ({ event, edge }) => showTooltip(event, edgeTooltip(bundles[edge])));
    for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, hideTooltip);
    picture.querySelector(".vis-network").tabIndex = -1; // the keys are ours, one stop is enough
    picture.addEventListener("keydown", (event) => {
      if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
      KEYS[event.key]();
      event.preventDefault();
    });
    picture.addEventListener("pointerleave", hideTooltip);
    network.on("afterDrawing", followScale);
    network.once("afterDrawing", () => { // once more, now that the names are measured
      network.fit({ maxZoomLevel: NEAREST, animation: false });
      document.documentElement.dataset.drawn = "yes";
    });
  }

  function listenToControls() {
    let waiting = 0;
    byId("search").addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(search, 80);
    });
    document.querySelector(".search").addEventListener("keydown", moveInResults);
    byId("nearer").addEventListener("click", () => zoom(1.3));
    byId("farther").addEventListener("click", () => zoom(1 / 1.3));
    byId("whole").addEventListener("click", showAll);
    byId("close").addEventListener("click", unchoose);
    byId("more").addEventListener("click", showMoreCards);
    byId("reset").addEventListener("click", () => {
      for (const facet of Object.keys(view.out)) setFacet(facet, true);
    });
    dark.addEventListener("change", () => {
      for (const made of document.querySelectorAll("svg.swatch")) made.style.color = colour(made.dataset);
      paint();
    });
  }

  byId("filters").open = !narrow.matches;
  fillFilters();
  listenToControls();
  listenToDrawing();
  showPanel();
  network.fit({ maxZoomLevel: NEAREST, animation: false });
  paint();
})();
