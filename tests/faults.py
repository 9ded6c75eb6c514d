"""Faults to put into a build: each function gives one that changes the files of the folder it is given."""

import json

from pyoxigraph import NamedNode, Quad, Store

ONR = "https://w3id.org/onrecord/ontology#"


def edit(path, change):
    """Changes the JSON lines of a file: `change` is given the list of them."""
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    change(rows)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def lines(name, change):
    """A fault in a file of JSON lines."""
    return lambda project: edit(project / name, change)


def words(name, old, new, count=-1):
    """A fault in the text of a file."""

    def change(project):
        text = (project / name).read_text()
        assert old in text
        (project / name).write_text(text.replace(old, new, count))

    return change


def statement(predicate, **values):
    """The statement of this predicate has other values."""

    def change(rows):
        next(row for row in rows if row["predicate"] == predicate).update(values)

    return lines("statements.jsonl", change)


def within(predicate, *path):
    """Inside the statement of this predicate, the last of the path is another value."""

    def change(rows):
        at = next(row for row in rows if row["predicate"] == predicate)
        *keys, last, value = path
        for key in keys:
            at = at[key]
        at[last] = value

    return lines("statements.jsonl", change)


def without(name, *phrases):
    """A text file lacks the lines with all these phrases."""

    def change(project):
        kept = [line for line in (project / name).read_text().splitlines() if not all(p in line for p in phrases)]
        (project / name).write_text("\n".join(kept) + "\n")

    return change


def without_graph(document):
    """The N-Quads lack the graph of this document."""

    def change(project):
        quads = (project / "graph.nq").read_text().splitlines()
        name = next(line.split()[0] for line in quads if f'identifier> "{document}"' in line)
        without("graph.nq", f"{name} .")(project)

    return change


def store_lacks(predicate):
    """The store lacks the triples with this predicate in named graphs."""

    def change(project):
        store = Store(str(project / "store"))
        for quad in list(store.quads_for_pattern(None, NamedNode(ONR + predicate), None, None)):
            if isinstance(quad.graph_name, NamedNode):
                store.remove(quad)
        store.flush()

    return change


def store_has(predicate):
    """The store's union says that two people have to do with each other."""

    def change(project):
        store = Store(str(project / "store"))
        ends = [q.object for q in store.quads_for_pattern(None, NamedNode(ONR + "attributedTo"), None, None)]
        store.add(Quad(ends[0], NamedNode(ONR + predicate), ends[0]))
        store.flush()

    return change


def twice(rows):
    rows.insert(1, rows[0])


def plain_denial(project):
    """Libel: what is only denied stands as a plain fact."""
    graph = (project / "graph.nq").read_text().splitlines()
    name = next(line.split()[0] for line in graph if line.split()[1:3] == [f"<{ONR}status>", f"<{ONR}denied>"])
    facts = {line.split()[1]: line.split() for line in graph if line.startswith(name)}
    end = [
        next(v for k, v in facts.items() if k.endswith(f"#{part}>"))[2] for part in ("subject", "predicate", "object")
    ]
    with (project / "graph.nq").open("a") as file:
        file.write(" ".join([*end, facts[f"<{ONR}status>"][3], "."]) + "\n")
