"""axe-core over all that is on screen, the insides of our components (shadow roots) included."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"]}


def faults(page: Any) -> list[str]:
    """Serious and critical breaches of WCAG 2.0 to 2.2, A and AA, contrast among them: rule, element, what is wrong.

    Streamlit's own elements count as well; nothing is excused.
    """
    return [
        f"{rule['id']}: {node['target']}: {node['failureSummary']}"
        for rule in Axe().run(page, options=OPTIONS).response["violations"]
        for node in rule["nodes"]
        if node["impact"] in ("serious", "critical")
    ]
