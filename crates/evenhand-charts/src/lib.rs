//! An answer in, a scene out (marks, scales, axes, words), and a scene to SVG; no DOM.
