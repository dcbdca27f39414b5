# SPDX-License-Identifier: MIT
"""The JSON Schema of the front matter, which editors' programs read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from linli.language.languages import Language
from linli.newsroom.codes import CODES, Kind
from linli.reading.schema import KEYS, json_schema, keys_of

CONTENT = Path(__file__).parents[2] / "content"
SEED = "lost/2022/L-2022-0001.md"


class AsAnEditorsProgram(yaml.SafeLoader):
    """YAML 1.2 as language servers read it: a date is a text."""


AsAnEditorsProgram.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def front_matter(path: str) -> Any:
    text = (CONTENT / path).read_text(encoding="utf-8")
    return yaml.load(text.split("---\n")[1], AsAnEditorsProgram)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema())


def test_the_schema_is_one_of_2020_12() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]


def test_the_seed_notice_is_accepted(validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(front_matter(SEED))


@pytest.mark.parametrize(
    "path",
    sorted(
        file.relative_to(CONTENT).as_posix()
        for kind in Kind
        for file in (CONTENT / kind.folder).rglob("*.md")
    ),
)
def test_every_piece_of_the_portal_is_accepted(
    validator: jsonschema.Draft202012Validator, path: str
) -> None:
    validator.validate(front_matter(path))


@pytest.mark.parametrize(
    "change",
    [
        {"titel": "遗失公告"},
        {"bylines": ["记者 张三"]},
        {"title": "遗"},
        {"title": ["遗失公告"]},
        {"code": "40"},
        {"id": "遗失一号"},
        {"places": "双流区"},
        {"status": "publish"},
        {"holder": {"type": "organisation"}},
        {"holder": {"type": "organisation", "name": "某社", "uscc": "123"}},
        {"holder": {"type": "organisation", "name": "某社", "phone": "123"}},
        {"documents": [{"name": "证", "numbers": [{"label": "号"}]}]},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(
    validator: jsonschema.Draft202012Validator, change: dict[str, Any]
) -> None:
    assert not validator.is_valid(front_matter(SEED) | change)


def test_a_required_key_may_stand_in_its_chinese_spelling(
    validator: jsonschema.Draft202012Validator,
) -> None:
    seed = front_matter(SEED)
    seed["标题"] = seed.pop("title")
    validator.validate(seed)
    del seed["标题"]
    assert not validator.is_valid(seed)


def test_no_spelling_means_two_keys_of_one_kind() -> None:
    for kind in Kind:
        spellings = [spelling for key in keys_of(kind) for spelling in key.spellings]
        assert len(spellings) == len(set(spellings))


def test_every_key_has_a_chinese_spelling_and_is_explained_in_both_languages() -> None:
    for key in KEYS:
        assert key.zh
        assert key.kinds
        assert key.required <= key.kinds
        for language in Language:
            assert key.meaning(language)
            assert key.form.words(language)


@pytest.mark.parametrize("code", CODES)
def test_a_code_requires_only_keys_that_its_kind_has(code: str) -> None:
    entry = CODES[code]
    assert set(entry.required) <= {key.name for key in keys_of(entry.kind)}
