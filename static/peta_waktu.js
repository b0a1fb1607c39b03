// Month by month: a slider, a button that plays, the month in large type. The frames come once for a set of filters;
// while the hand moves or the player runs, nothing is asked of the server, and the page follows when it rests.

const { html } = await import(`./peta_dasar.js${new URL(import.meta.url).search}`);
const STEP = 900;
const REST = 600;
const KEPT = 4;
const frames = new Map();

function keep(key, value) {
  frames.set(key, value);
  if (frames.size > KEPT) frames.delete(frames.keys().next().value);
}

export class Player {
  // `owner` has frame(months, index), which paints one month, and ask() and rest(month), which tell the server.
  constructor(parent, owner) {
    this.owner = owner;
    this.row = html("div", "peta-waktu-baris", parent);
    this.button = html("button", "peta-putar", this.row);
    this.button.type = "button";
    this.slider = html("input", "peta-waktu", this.row);
    Object.assign(this.slider, { type: "range", min: 0, step: 1 });
    this.month = html("output", "peta-bulan", this.row);
    this.button.addEventListener("click", () => (this.timer ? this.stop() : this.play()));
    this.slider.addEventListener("input", () => {
      this.halt();
      this.go(Number(this.slider.value));
      this.settle();
    });
    for (const event of ["pointerenter", "focusin"]) this.row.addEventListener(event, () => this.fetch());
  }

  update(time) {
    if (time.bingkai) keep(time.kunci, time.bingkai);
    if (this.time && this.time.kunci !== time.kunci) this.halt();
    this.time = time;
    this.slider.max = time.jumlah - 1;
    this.slider.setAttribute("aria-label", time.label);
    if (this.wanted && this.ready()) return this.resume();
    if (this.timer || this.moving) return this.paint(this.index);
    this.show(time.kini);
    this.words();
  }

  ready() {
    return frames.has(this.time.kunci);
  }

  // Asked for when the pointer or the focus comes near, so that the first step finds the frames there.
  fetch() {
    if (this.ready() || performance.now() - (this.asked || -9e9) < 3000) return;
    this.asked = performance.now();
    this.owner.ask(this.time.kunci);
  }

  resume() {
    const { index, play } = this.wanted;
    this.wanted = null;
    this.go(index);
    if (play) this.play();
    else this.settle();
  }

  go(index) {
    this.show(index);
    if (this.ready()) return this.paint(index);
    this.wanted = { index, play: this.wanted?.play };
    this.fetch();
  }

  paint(index) {
    if (this.ready()) this.owner.frame(frames.get(this.time.kunci), index);
  }

  show(index) {
    this.index = index;
    this.slider.value = index;
    const month = this.time.bulan - 1 + index;
    this.month.textContent = `${this.time.nama[month % 12]} ${this.time.tahun + Math.floor(month / 12)}`;
    this.slider.setAttribute("aria-valuetext", this.month.textContent);
  }

  words() {
    const text = this.timer ? this.time.jeda : this.time.putar;
    this.button.textContent = `${this.timer ? "❚❚" : "▶"} ${text}`;
  }

  play() {
    if (!this.ready()) {
      this.wanted = { index: this.index, play: true };
      return this.fetch();
    }
    clearTimeout(this.moving);
    if (this.index >= this.time.jumlah - 1) this.go(0);
    const step = () => {
      this.go(this.index + 1);
      if (this.index >= this.time.jumlah - 1) this.stop();
      else this.timer = setTimeout(step, STEP);
    };
    this.timer = setTimeout(step, STEP);
    this.words();
  }

  halt() {
    clearTimeout(this.timer);
    clearTimeout(this.moving);
    this.timer = this.moving = this.wanted = null;
    if (this.time) this.words();
  }

  stop() {
    this.halt();
    this.rest();
  }

  settle() {
    clearTimeout(this.moving);
    this.moving = setTimeout(() => {
      this.moving = null;
      this.rest();
    }, REST);
  }

  // What the server has not been told yet: the month shown, or null. Asking for it ends the movement.
  pending() {
    this.halt();
    return this.index === this.time.kini ? null : this.key();
  }

  key() {
    const month = this.time.bulan - 1 + this.index;
    return `${this.time.tahun + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  }

  rest() {
    if (!this.wanted && this.index !== this.time.kini) this.owner.rest(this.key());
  }
}
