// Many files at once: chosen, dropped on the page or pasted. A request a file, each with its
// progress and its own answer; what fails can be tried again and never takes others along.

import { cardFrom } from "./picture-cards.js";

const MOST_BYTES = 50 * 1024 * 1024;
const AT_ONCE = 2;
// The file itself is refused, and would be again.
const FINAL = [413, 422];

const open = (intake) => {
  const words = intake.dataset;
  const queue = intake.querySelector("[data-queue]");
  const added = intake.querySelector("[data-added]");
  const status = intake.querySelector("[data-status]");
  const input = intake.querySelector("input[type=file]");
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const waiting = [];
  let running = 0;
  let all = 0;
  let done = 0;

  const element = (name, properties = {}) => Object.assign(document.createElement(name), properties);

  const lineFor = (file) => {
    const line = element("li");
    line.append(
      element("span", { className: "picture-file", textContent: file.name || words.pasted }),
      element("progress", { max: 1, value: 0, ariaLabel: file.name || words.pasted }),
      element("span", { className: "picture-said", textContent: words.waiting }),
    );
    queue.append(line);
    return line;
  };

  const say = (line, text) => {
    line.querySelector(".picture-said").textContent = text;
  };

  const count = () => {
    status.textContent = status.dataset.done.replace("{done}", done).replace("{all}", all);
  };

  const fail = (job, text, { isFinal = false } = {}) => {
    const { line } = job;
    line.className = "is-over";
    line.querySelector("progress").hidden = true;
    say(line, text);
    status.textContent = `${job.file.name}: ${text}`;
    if (isFinal) return;
    const again = element("button", { type: "button", className: "picture-button", textContent: words.retry });
    again.addEventListener("click", () => {
      again.remove();
      line.className = "";
      line.querySelector("progress").hidden = false;
      enqueue(job);
    });
    line.append(again);
  };

  const showCard = async (address) => {
    try {
      if (added.querySelector(`[data-card='${address}']`)) return;
      const answer = await fetch(address, { redirect: "error" });
      if (answer.ok) added.prepend(cardFrom(await answer.text()));
    } catch {
      // The picture is in; its card comes with the next page.
    }
  };

  const succeed = async (job, told) => {
    done += 1;
    count();
    await showCard(told.card);
    if (!told.isKnown) {
      job.line.remove();
      return;
    }
    say(job.line, told.said);
    job.line.querySelector("progress").hidden = true;
    job.line.append(element("a", { href: told.address, textContent: job.file.name }));
    job.line.querySelector(".picture-file").remove();
  };

  const answered = (job, request) => {
    let told = null;
    try {
      told = JSON.parse(request.responseText);
    } catch {
      // A page instead of an answer: the sign-in, or the server's own error.
    }
    if (told && request.status < 300) return succeed(job, told);
    if (told) return fail(job, told.said, { isFinal: FINAL.includes(request.status) });
    const isElsewhere = new URL(request.responseURL).pathname !== words.upload;
    return fail(job, isElsewhere ? words.signedOut : words.failed);
  };

  const send = (job) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const progress = job.line.querySelector("progress");
      request.open("POST", words.upload);
      request.setRequestHeader("X-CSRFToken", token);
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) progress.value = event.loaded / event.total;
      });
      request.upload.addEventListener("load", () => {
        progress.removeAttribute("value");
        say(job.line, words.working);
      });
      request.addEventListener("load", () => resolve(answered(job, request)));
      request.addEventListener("error", () => resolve(fail(job, words.lost)));
      const form = new FormData();
      form.append("file", job.file, job.file.name || "pasted");
      say(job.line, words.sending);
      request.send(form);
    });

  const next = async () => {
    if (running >= AT_ONCE || !waiting.length) return;
    running += 1;
    try {
      await send(waiting.shift());
    } finally {
      running -= 1;
      next();
    }
  };

  const enqueue = (job) => {
    say(job.line, words.waiting);
    waiting.push(job);
    next();
  };

  const takeIn = (files) => {
    for (const file of files) {
      all += 1;
      const job = { file, line: lineFor(file) };
      if (file.size > MOST_BYTES) fail(job, words.heavy, { isFinal: true });
      else enqueue(job);
    }
  };

  input.addEventListener("change", () => {
    takeIn([...input.files]);
    input.value = "";
  });

  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    intake.classList.add("is-awaiting");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) intake.classList.remove("is-awaiting");
  });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    intake.classList.remove("is-awaiting");
    takeIn([...event.dataTransfer.files]);
  });
  document.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    takeIn(files);
  });
  window.addEventListener("beforeunload", (event) => {
    if (running || waiting.length) event.preventDefault();
  });
  intake.hidden = false;
};

const intake = document.querySelector("[data-upload]");
if (intake) open(intake);
