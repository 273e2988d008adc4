// Lines of equal height.
export { contours } from "d3-contour";
