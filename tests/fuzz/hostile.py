"""What has hurt readers of YAML, programs behind them and people before them: texts, scalars and whole files."""

from __future__ import annotations

MARK = "window.__stratkit_hostile=1"
"""What a hostile script would do if it ran: a browser is asked afterwards whether it did."""

TEXTS = (
    f"<script>{MARK}</script>", f"</script><script>{MARK}</script>", f'"><img src=x onerror={MARK}>',
    f"' onmouseover='{MARK}", f"<svg onload={MARK}>", f"<svg><script>{MARK}</script></svg>",
    f"[x](javascript:{MARK})", f"[x](JaVa\tScRiPt:{MARK})", f"[x](data:text/html,<script>{MARK}</script>)",
    f"[x]: javascript:{MARK}\n\n[x]", f"<javascript:{MARK}>", "![x](https://attacker.example/picture.png)",
    f"javascript:{MARK}", "</style><style>body{background:url(https://attacker.example/)}</style>",
    "x;background:url(https://attacker.example/)", "{{ 7*191 }}", "{%% for x in ().__class__.__mro__ %%}{{ x }}{%% endfor %%}".replace("%%", "%"),
    "{# x #}", "${7*191}", "#{7*191}", "<%= 7*191 %>", "{field}", "{0.__class__}", "%(field)s", "%s%n",
    "=cmd|'/C calc'!A0", "+1+cmd|'/C calc'!A0", "-1+1", "@SUM(1+1)", "\t=1+1", '=HYPERLINK("https://attacker.example","x")',
    '#import "@preview/x:1.0.0"', '#read("/etc/passwd")', '#eval("1")', "$ x $ *b* _i_ `r` <l> @r \\ ~",
    '{ INCLUDETEXT "/etc/passwd" }', '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;', "&lt;script&gt;", "&#x3c;script&#x3e;", "<![CDATA[x", "]]>", "-->",
    "<!--", f"--><script>{MARK}</script>", "<w:p/>", "\u202egnp.exe", "\u2066x\u2069", "a\u200bb", "a\u0430", "\ufeff", "\u0000",
    "\u0007", "\u001b[31mred", "\u0085", "\u2028", "\u2029", "\ud7ff", "\uffff", "\U0010ffff", "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "Z\u0351\u036b\u0343" * 30, "\u0130\u0131\u017f\u212a", "\ufb01", "../../etc/passwd", "/etc/passwd", "C:\\con", "con", "nul", "a/b", "..", ".",
    "-", "--upload-pack=x", "null", "true", "~", "", " ", "\n", "\n\n\n", "\r\n", "1", "0", "-0", "1e400", ".inf", ".nan", "١٢", "²", "9" * 400,
    "а" * 3000, "a" * 3000, "a-" * 40, "((((((((((((((((((((a", "a" * 60 + "!", "«" * 50, "1." * 200, "№ " * 100, "<" * 500, "[" * 300, "*" * 300, "`" * 300,
    "> " * 200, "![" * 200, "](" * 200, "&" * 300, "1) " * 100, "\\" * 100, "|" * 200, "- " * 100,
    "2021-02-30", "2021-13-01", "1699-12-31", "0000-00-00", "9999-12-31", "2199-12-31", "1700", "2024-02-29", "2023-02-29",
    "https://attacker.example/", "https://[", "http://", "//attacker.example", "https://xn--80ak6aa92e.com/", "mailto:a@example.org?body=%0A",
)  # fmt: skip

SCALARS = (
    "1e400", "-1e400", ".inf", "-.inf", ".nan", "9" * 10_000, "-" + "9" * 10_000, "0." + "9" * 10_000, "0x" + "f" * 5_000, "010", "1_000", "12:30:45",
    "99999999999999999", "-99999999999999999", "0.00000000000000001", "1699", "2200", "1989", "2101", "-1", "0", "1.5", "2021-02-30", "2021-02-29", "2021-13-01",
    "1699-12-31", "1700-01-01", "2199-12-31", "0001-01-01", "yes", "да", "null", "~", "true", "[]", "{}", "[[]]", "{a: {}}", "''", "' '", '"\\0"', '"\\uD800"',
    '"\\u202e"', '"\\x07"', '"\\U0010FFFF"', "!!python/object/apply:os.system ['touch hostile']", "!!python/name:os.system", "!!binary aGk=", "!!set {a}",
    "!!timestamp 2021-01-01", "!!int '1'", "! x", "&a x", "*a", "<<", "? x", "|\n  x", ">-\n  x", "- x", "'project/" + "1" * 5_000 + "'", "project/²", "project/-1",
    "project/99999999999999999999", "card/2", "/", "'3.1'", "'3." + "1" * 5_000 + "'", "'1.1.1.1.1.1.1.1'", "'2024'", "2024.0", "@x", "`x`", "%x", "#x", "x #y", "x: y",
)  # fmt: skip


def bomb(levels: int = 9) -> bytes:
    """Nine references to nine references to nine …: a billion texts in a few hundred bytes."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for number in range(1, levels):
        name, former = f"a{number}", f"a{number - 1}"
        lines.append(f"{name}: &{name} [{', '.join([f'*{former}'] * 9)}]")
    return ("\n".join(lines) + "\n").encode()


def _nested_blocks(depth: int) -> bytes:
    return "".join(f"{' ' * level}a:\n" for level in range(depth)).encode()


FILES: dict[str, bytes] = {
    "alias bomb": bomb(),
    "alias to itself": b"a: &a [*a]\n",
    "merge key": b"a: {x: 1}\n<<: {b: 1}\n",
    "merge list": b"<<: [{a: 1}, {b: 2}]\n",
    "duplicate keys": b"stratkit: card/1\nstratkit: card/1\npage: 1\npage: 2\n",
    "ten thousand duplicate keys": b"a: 1\n" * 10_000,
    "deep flow": b"a: " + b"[" * 100_000,
    "deep flow, closed": b"a: " + b"[" * 50_000 + b"]" * 50_000,
    "deep mappings": b"{a: " * 50_000,
    "deep blocks": _nested_blocks(1_500),
    "deep dashes": b"- " * 50_000,
    "deep question marks": b"? " * 20_000,
    "huge text": b"stratkit: card/1\ntext: " + b"x" * 4_000_000 + b"\n",
    "huge quoted text": b'stratkit: card/1\ntext: "' + b"\\u0430" * 600_000 + b'"\n',
    "huge block": b"stratkit: card/1\ntext: |\n" + b"  x\n" * 900_000,
    "huge key": b"x" * 1_000 + b": 1\n",
    "huge list": b"a: [" + b"1," * 900_000 + b"1]\n",
    "huge mapping": b"".join(b"k%d: 1\n" % number for number in range(200_000)),
    "huge comment": b"# " + b"x" * 4_000_000 + b"\na: 1\n",
    "many empty lines": b"\n" * 4_000_000 + b"a: 1\n",
    "many tabs": b"a: 1\n" + b"\t" * 1_000_000,
    "too large": b"#" * (5 * 1024 * 1024),
    "python object": b"!!python/object/apply:os.system ['touch hostile']\n",
    "python object in a list": b"a: [!!python/object/new:os.system ['touch hostile']]\n",
    "tag of a document": b"%TAG ! tag:example.org,2000:\n---\n!x a: 1\n",
    "version from the future": b"%YAML 9.9\n---\na: 1\n",
    "two documents": b"a: 1\n---\nb: 2\n",
    "three empty documents": b"---\n---\n---\n",
    "end of a document": b"a: 1\n...\ngarbage: [\n",
    "invalid UTF-8": b"a: \xff\xfe\n",
    "overlong UTF-8": b"a: \xc0\xaf\n",
    "cut UTF-8": "a: Я".encode()[:-1],
    "UTF-16": "a: 1\n".encode("utf-16"),
    "UTF-32": "a: 1\n".encode("utf-32"),
    "windows-1251": "а: Привет\n".encode("cp1251"),
    "NUL": b"a: x\x00y\n",
    "NUL first": b"\x00",
    "surrogates": b"a: \xed\xa0\x80\n",
    "an escaped surrogate": b'a: "\\uD800"\n',
    "a pair of escaped surrogates": b'a: "\\uD83D\\uDE00"\n',
    "beyond the last sign": b'a: "\\U00110000"\n',
    "two byte order marks": b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n",
    "an empty file": b"",
    "blanks": b" \n\t\n",
    "a list": b"- 1\n- 2\n",
    "a text": b"text\n",
    "a number": b"9\n",
    "keys that are no texts": b"stratkit: card/1\n1: a\n1.5: b\ntrue: c\nnull: d\n2024-01-01: e\n~: f\n",
    "keys that are alike": b"stratkit: card/1\n1: a\n'1': b\n01: c\n",
    "a list as a key": b"[a]: 1\n",
    "an empty key": b"stratkit: card/1\n: 1\n'': 2\n",
    "a kind that is a list": b"stratkit: [card/1]\n",
    "a kind that is a number": b"stratkit: 1\n",
    "a kind with a huge version": b"stratkit: card/" + b"1" * 5_000 + b"\n",
    "a kind with odd digits": "stratkit: card/²\n".encode(),
    "carriage returns": b"a: 1\rb: 2\rc: |\r  x\r",
    "rare ends of lines": "a: x\u2028b: y\u0085c: z\n".encode(),
}
"""Files that no editor writes by mistake, by what is wrong with them; none holds a strategy."""
