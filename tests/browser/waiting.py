"""Waiting in a page whose content policy forbids what Playwright's own waiting does (eval)."""


def until(page, condition):
    """Wait until a condition, JavaScript that may await, holds in the page."""
    page.evaluate(f"""async () => {{
      for (let round = 0; round < 200; round++) {{
        if (await (async () => {condition})()) return;
        await new Promise((next) => setTimeout(next, 50));
      }}
      throw new Error("It never came true.");
    }}""")
