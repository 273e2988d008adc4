"""The gradient-health lab: sweeps over networks, spread over what computes, as JSON."""
