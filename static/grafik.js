// Plotly charts, drawn when they come into view: a chart below the fold costs neither the start nor a change of filter.
// A change brings the figure's values and Plotly redraws in place; nothing is taken down and built again.

let library = null;

function load(url) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(url, document.baseURI).href;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error(url));
    document.head.append(script);
  });
  library.catch(() => (library = null));
  return library;
}

async function paint(place) {
  const data = place.latest;
  if (place.painted === data.gambar) return;
  try {
    const Plotly = await load(data.plotly);
    if (place.latest !== data) return;
    const figure = JSON.parse(data.gambar);
    await Plotly.react(place, figure.data, figure.layout, data.config);
    place.painted = data.gambar;
    place.dataset.gambar = String(Number(place.dataset.gambar || 0) + 1);
  } catch {
    if (!place.painted) place.textContent = data.gagal;
  }
}

export function draw({ data, parentElement }) {
  const place = parentElement.querySelector(".grafik-tempat");
  place.latest = data;
  place.style.minHeight = `${data.tinggi}px`;
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", data.alt);
  if (place.seen) paint(place);
  if (place.watch) return;
  const show = () => {
    place.seen = true;
    paint(place);
  };
  place.watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && show());
  place.watch.observe(place);
  window.addEventListener("beforeprint", show);
}
